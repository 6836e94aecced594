package mcpauth0.diagnose.cors;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Rule.Applies;
import mcpauth0.diagnose.Rule.Severity;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.diagnose.Verdict.NotApplicable;

/** A page may send the headers that the protocol needs. */
public final class PagesMaySendTheHeaders implements Check {

    private static final Rule RULE = Rule.must("cors-allow-headers", Specs.CORS).as(Severity.WARNING,
            Applies.BROWSER_CLIENTS);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.crossOrigin().judge(shown -> {
            if (!shown.preflightPassed())
                return shown.call().status() == 403 ? new NotApplicable("page-refused") : new Blocked("preflight");
            var allowed = CrossOrigin.listed(shown.preflight(), "Access-Control-Allow-Headers");
            var evidence = Evidence.in(shown.preflight()).with("allow-headers", String.join(", ", allowed));
            var missing = needed(seen).filter(name -> !allowed.contains(name)
                    && (!allowed.contains("*") || name.equals("authorization"))).collect(Collectors.joining(", "));
            return missing.isEmpty() ? new Holds(evidence) : RULE.broken(evidence, missing);
        });
    }

    /** Those of every call; and those of the eras that the server is known to speak. */
    private static Stream<String> needed(Observations seen) {
        var talk = seen.conversation().found();
        var always = Stream.of("authorization", "content-type", "mcp-protocol-version");
        var session = talk.filter(one -> !one.ids().isEmpty()).stream().map(_ -> "mcp-session-id");
        var modern = talk.filter(one -> one.eras().modern().accepted()).stream()
                .flatMap(_ -> Stream.of("mcp-method", "mcp-name"));
        return Stream.of(always, session, modern).flatMap(one -> one);
    }
}
