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
 */
public record Guide(Profile profile, int steps) {

    /** In the order in which they are offered. */
    public static final List<Guide> CLIENTS = Clients.all().stream().map(profile -> new Guide(profile, 3)).toList();

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

    /** Whether its document serves where callbacks are compared exactly: its port stays, or can be made to. */
    public boolean documentServes() {
        return !document().isEmpty() && (profile.port() != Profile.Port.EPHEMERAL || !callbacks().isEmpty());
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
