package mcpauth0.diagnose.transport;

import java.util.List;
import mcpauth0.oauth.mcp.McpAnswer;
import mcpauth0.setup.McpUrl;

/**
 * The first call that a client makes, without a token, and where it came out.
 *
 * @param way the answer of the typed address; then those of the addresses that it sends on to, as long as they are of the
 *            same origin. The last is the answer that counts
 */
public record FirstCall(List<McpAnswer> way) {

    public FirstCall {
        way = List.copyOf(way);
    }

    public McpAnswer typed() {
        return way.getFirst();
    }

    public McpAnswer last() {
        return way.getLast();
    }

    /** The address that answers. */
    public McpUrl endpoint() {
        return last().call().server();
    }

    /** Whether anything answered at all. */
    public boolean answered() {
        return last().exchange().answer() != null;
    }

    /** Whether the way leaves the origin, goes in a circle or does not end, so that what is behind it is not known. */
    public boolean lost() {
        var answer = last().exchange().answer();
        return answer != null && answer.redirect();
    }
}
