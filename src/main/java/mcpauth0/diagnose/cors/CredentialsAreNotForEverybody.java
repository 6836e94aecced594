package mcpauth0.diagnose.cors;

import java.util.stream.Stream;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Rule.Applies;
import mcpauth0.diagnose.Rule.Severity;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.diagnose.transport.Opening;
import mcpauth0.http.Exchange;
import mcpauth0.oauth.mcp.McpAnswer;

/** What a browser sends by itself, such as cookies, is not offered to pages of every origin. */
public final class CredentialsAreNotForEverybody implements Check {

    private static final Rule RULE = Rule.must("cors-wildcard-credentials", Specs.CORS).as(Severity.WARNING,
            Applies.BROWSER_CLIENTS);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.crossOrigin().judge(shown -> {
            var stranger = seen.opening().found().flatMap(Opening::fromStranger).map(McpAnswer::exchange);
            var all = Stream.concat(shown.all().stream(), stranger.stream()).toList();
            var open = all.stream().filter(CredentialsAreNotForEverybody::invites).findFirst().orElse(null);
            if (open == null)
                return new Holds(Evidence.in(all));
            var origin = String.valueOf(CrossOrigin.header(open, "Access-Control-Allow-Origin"));
            return RULE.broken(Evidence.in(open).with("allow-origin", origin), origin);
        });
    }

    private static boolean invites(Exchange exchange) {
        var origin = CrossOrigin.header(exchange, "Access-Control-Allow-Origin");
        return "true".equals(CrossOrigin.header(exchange, "Access-Control-Allow-Credentials"))
                && ("*".equals(origin) || Opening.STRANGE_ORIGIN.equals(origin));
    }
}
