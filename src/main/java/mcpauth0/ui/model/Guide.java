package mcpauth0.ui.model;

import java.util.List;
import java.util.NoSuchElementException;
import mcpauth0.diagnose.Report;
import org.jspecify.annotations.Nullable;

/**
 * How a client is connected. Its words are {@code page.client.<id>.*}.
 *
 * @param hosted whether it calls from a cloud, which never reaches this computer
 * @param steps how many steps the texts have
 * @param option what is put behind its command; empty for nothing
 * @param callbacks where sign-ins return to; a client that is registered by hand needs exactly these
 * @param document address of the client ID metadata document that its maker publishes; empty for none
 */
public record Guide(String id, boolean hosted, int steps, String option, List<String> callbacks, String document) {

    /** In the order in which they are offered. */
    public static final List<Guide> CLIENTS = List.of(
            new Guide("claude", true, 3, "",
                    List.of("https://claude.ai/api/mcp/auth_callback", "https://claude.com/api/mcp/auth_callback"),
                    "https://claude.ai/oauth/mcp-oauth-client-metadata"),
            new Guide("claude-code", false, 3, "--callback-port 3118",
                    List.of("http://localhost:3118/callback", "http://127.0.0.1:3118/callback"),
                    "https://claude.ai/oauth/claude-code-client-metadata"),
            new Guide("chatgpt", true, 3, "", List.of("https://chatgpt.com/connector_platform_oauth_redirect"),
                    "https://chatgpt.com/oauth/client.json"),
            new Guide("vscode", false, 3, "",
                    List.of("https://vscode.dev/redirect", "https://insiders.vscode.dev/redirect",
                            "http://127.0.0.1:33418/", "http://localhost:33418/"),
                    "https://vscode.dev/oauth/client-metadata.json"),
            new Guide("cursor", false, 3, "", List.of("http://localhost:8787/callback",
                    "https://www.cursor.com/agents/mcp/oauth/callback"), ""));

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

    public Guide {
        callbacks = List.copyOf(callbacks);
    }

    public static Guide of(String id) {
        return CLIENTS.stream().filter(client -> client.id().equals(id)).findFirst()
                .orElseThrow(() -> new NoSuchElementException(id));
    }

    /** @param local whether the server runs on this computer */
    public Outlook outlook(@Nullable Report report, boolean local) {
        if (hosted && local)
            return new Outlook.OutOfReach();
        if (report == null)
            return new Outlook.Unknown();
        return report.clients().stream().filter(prediction -> prediction.client().equals(id)).findFirst()
                .<Outlook>map(prediction -> {
                    var failsAt = prediction.failsAt();
                    if (failsAt != null)
                        return new Outlook.Fails(failsAt);
                    return prediction.verdict().equals("connects") ? new Outlook.Connects() : new Outlook.Unknown();
                }).orElseGet(Outlook.Unknown::new);
    }
}
