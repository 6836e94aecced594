package mcpauth0.ui.model;

import java.util.List;
import java.util.NoSuchElementException;
import mcpauth0.diagnose.Report;
import mcpauth0.diagnose.client.Clients;
import mcpauth0.diagnose.client.Profile;
import org.jspecify.annotations.Nullable;

/**
 * How a client is connected. Its words are {@code page.client.<id>.*}.
 *
 * @param profile what is known of the client
 * @param steps how many steps the texts have
 * @param option what is put behind its command; empty for nothing
 */
public record Guide(Profile profile, int steps, String option) {

    /** In the order in which they are offered. */
    public static final List<Guide> CLIENTS = List.of(guide("claude", ""),
            guide("claude-code", "--callback-port 3118"), guide("chatgpt", ""), guide("vscode", ""),
            guide("cursor", ""));

    private static Guide guide(String id, String option) {
        return new Guide(Clients.of(id), 3, option);
    }

    public String id() {
        return profile.id();
    }

    /** Whether it calls from a cloud, which never reaches this computer. */
    public boolean hosted() {
        return profile.hosted();
    }

    /** Where sign-ins return to; a client that is registered by hand needs exactly these. */
    public List<String> callbacks() {
        return profile.redirects();
    }

    /** Address of the client ID metadata document that its maker publishes; empty for none. */
    public String document() {
        var published = profile.document();
        return published == null ? "" : published.url();
    }

    /** What the client will meet. */
    public sealed interface Outlook {
        record Connects() implements Outlook {
        }

        /** It stops at that check. */
        record Fails(String check) implements Outlook {
        }

        /** A hosted client, and a server on this computer. */
        record OutOfReach() implements Outlook {
        }

        record Unknown() implements Outlook {
        }
    }

    public static Guide of(String id) {
        return CLIENTS.stream().filter(client -> client.id().equals(id)).findFirst()
                .orElseThrow(() -> new NoSuchElementException(id));
    }

    /** @param local whether the server runs on this computer */
    public Outlook outlook(@Nullable Report report, boolean local) {
        if (hosted() && local)
            return new Outlook.OutOfReach();
        if (report == null)
            return new Outlook.Unknown();
        return report.clients().stream().filter(prediction -> prediction.client().equals(id())).findFirst()
                .<Outlook>map(prediction -> {
                    var failsAt = prediction.failsAt();
                    if (failsAt != null)
                        return new Outlook.Fails(failsAt);
                    return prediction.verdict().equals("connects") ? new Outlook.Connects() : new Outlook.Unknown();
                }).orElseGet(Outlook.Unknown::new);
    }
}
