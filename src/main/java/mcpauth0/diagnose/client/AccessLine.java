package mcpauth0.diagnose.client;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import mcpauth0.http.Redaction;
import org.jspecify.annotations.Nullable;

/**
 * One request, as an access log has it. Of what was pasted nothing else is kept, so nothing else can be shown: no query, no
 * header, no body.
 *
 * @param time as the log writes it, in a form that sorts; null where it has none
 * @param addresses of whoever called: the nearest hop, and those that it speaks for
 * @param path without its query
 * @param agent how the caller calls itself; empty where the log does not tell
 */
public record AccessLine(@Nullable String time, List<String> addresses, String method, String path, int status,
        String agent, Token token) {

    /** Whether a token came with it. */
    public enum Token {
        SENT, NOT_SENT, UNTOLD
    }

    private static final int LONGEST_PATH = 120;
    private static final int LONGEST_AGENT = 60;
    private static final Set<String> NOBODY = Set.of("Mozilla/", "curl/", "Wget/", "kube-probe/", "ELB-HealthChecker/",
            "GoogleHC/", "UptimeRobot/", "Prometheus/");

    public AccessLine {
        addresses = List.copyOf(addresses);
    }

    /** Whether it came from where Anthropic calls from (its published ranges), or says so. */
    boolean anthropic() {
        return addresses.stream().anyMatch(AccessLine::anthropic) || agent.startsWith("Claude-User")
                || (agent.startsWith("python-httpx/") && addresses.stream().noneMatch(AccessLine::global));
    }

    /** The known client that the caller says it is, or that is known to call from there. */
    Optional<String> client() {
        var named = Clients.named(agent);
        return named.isEmpty() && addresses.stream().anyMatch(AccessLine::anthropic) ? Optional.of("claude") : named;
    }

    /** A browser, a monitor, somebody's terminal: no MCP client. */
    boolean bystander() {
        return NOBODY.stream().anyMatch(agent::startsWith);
    }

    /** Whether it is known to come from somewhere else than Anthropic. */
    boolean fromElsewhere() {
        return !anthropic() && (addresses.stream().anyMatch(AccessLine::global) || bystander());
    }

    /** 160.79.104.0/21 and 2607:6bc0::/48. */
    private static boolean anthropic(String address) {
        if (address.startsWith("2607:6bc0:"))
            return address.startsWith("2607:6bc0::") || address.startsWith("2607:6bc0:0:");
        if (!address.startsWith("160.79."))
            return false;
        var third = Integer.parseInt(address.substring(7, address.indexOf('.', 7)));
        return third >= 104 && third <= 111;
    }

    /** Neither of a private network nor of this machine: behind a proxy, the nearest address tells nothing. */
    private static boolean global(String address) {
        if (address.indexOf(':') >= 0) {
            var small = address.toLowerCase(java.util.Locale.ROOT);
            return !small.equals("::1") && !small.startsWith("fe80") && !small.startsWith("fc")
                    && !small.startsWith("fd") && !small.startsWith("::ffff:");
        }
        var parts = address.split("\\.", -1);
        var first = Integer.parseInt(parts[0]);
        var second = Integer.parseInt(parts[1]);
        return first != 10 && first != 127 && first != 0 && !(first == 172 && second >= 16 && second <= 31)
                && !(first == 192 && second == 168) && !(first == 169 && second == 254)
                && !(first == 100 && second >= 64 && second <= 127);
    }

    /** For people, on one line. */
    public String shown() {
        var words = new StringBuilder(time == null ? "" : time + "  ");
        words.append(method).append(' ').append(cut(Redaction.text(path), LONGEST_PATH)).append(" → ").append(status);
        if (!addresses.isEmpty())
            words.append("  ").append(String.join(", ", addresses));
        if (!agent.isEmpty())
            words.append("  ").append(cut(Redaction.line(agent), LONGEST_AGENT));
        return words.toString();
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) + "…" : text;
    }

    boolean ok() {
        return status >= 200 && status < 300;
    }

    boolean moved() {
        return status >= 300 && status < 400 && status != 304;
    }
}
