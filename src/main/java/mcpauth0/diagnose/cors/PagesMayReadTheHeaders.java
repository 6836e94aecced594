package mcpauth0.diagnose.cors;

import java.util.Locale;
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

/** A page may read the refusal, with what it says about signing in, and the id of its session. */
public final class PagesMayReadTheHeaders implements Check {

    private static final Rule RULE = Rule.must("cors-expose-headers", Specs.CORS).as(Severity.WARNING,
            Applies.BROWSER_CLIENTS);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.crossOrigin().judge(shown -> {
            var call = shown.call();
            if (call.answer() == null)
                return new Blocked("connection");
            if (call.status() == 403)
                return new NotApplicable("page-refused");
            if (call.status() != 401 && seen.answered().found().filter(one -> one.initialize().accepted()).isEmpty())
                return seen.answered().judge(_ -> new Blocked("endpoint"));
            var exposed = CrossOrigin.listed(call, "Access-Control-Expose-Headers");
            var evidence = Evidence.in(call).with("allow-origin",
                    String.valueOf(CrossOrigin.header(call, "Access-Control-Allow-Origin"))).with("expose-headers",
                            String.join(", ", exposed));
            var missing = needed(seen, shown).filter(name -> !exposed.contains(name.toLowerCase(Locale.ROOT))
                    && !exposed.contains("*")).collect(Collectors.joining(", "));
            return missing.isEmpty() && CrossOrigin.allows(call)
                    ? new Holds(evidence)
                    : RULE.broken(evidence, missing.isEmpty() ? "WWW-Authenticate" : missing);
        });
    }

    private static Stream<String> needed(Observations seen, CrossOrigin shown) {
        var challenge = Stream.of(shown.call()).filter(call -> call.status() == 401).map(_ -> "WWW-Authenticate");
        var session = seen.conversation().found().filter(talk -> !talk.ids().isEmpty()).stream()
                .map(_ -> "Mcp-Session-Id");
        return Stream.concat(challenge, session);
    }
}
