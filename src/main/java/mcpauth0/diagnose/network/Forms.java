package mcpauth0.diagnose.network;

import java.util.Set;
import mcpauth0.http.Answer;
import mcpauth0.oauth.mcp.McpAnswer;
import org.jspecify.annotations.Nullable;

/**
 * What the typed address answers, and what addresses beside it do.
 *
 * @param other with a slash at its end where it has none, and the other way round; null where nobody had to be asked
 * @param below an address under the typed one that cannot exist; null where nobody had to be asked
 */
public record Forms(McpAnswer typed, @Nullable McpAnswer other, @Nullable McpAnswer below) {

    /** With which something in front of a server says that it knows no rule for an address. */
    private static final Set<Integer> NOBODY = Set.of(403, 404, 405, 410, 421, 501, 502, 503);

    /** Whether the answer is none of an MCP server. */
    static boolean strange(McpAnswer one) {
        var answer = one.exchange().answer();
        return answer != null && one.messages().isEmpty() && answer.header("WWW-Authenticate") == null
                && (NOBODY.contains(answer.status()) || (answer.mediaType().equals("text/html") && !answer.redirect()));
    }

    /** The address beside the typed one that an MCP server answers, while somebody else answers the typed one. */
    @Nullable
    McpAnswer served() {
        if (other == null || below == null || !strange(typed) || hand(typed).equals(hand(below)))
            return null;
        return speaks(other) ? other : speaks(below) ? below : null;
    }

    private static boolean speaks(McpAnswer one) {
        var answer = one.exchange().answer();
        return answer != null && (!one.messages().isEmpty() || answer.header("WWW-Authenticate") != null);
    }

    /** Who seems to have written the answer: a server says "not found" everywhere in the same way. */
    private static String hand(McpAnswer one) {
        var answer = one.exchange().answer();
        return answer == null
                ? ""
                : String.join(" ", String.valueOf(answer.status()), answer.mediaType(), name(answer));
    }

    private static String name(Answer answer) {
        return String.valueOf(answer.header("Server"));
    }
}
