package mcpauth0.diagnose.cors;

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

/** A page may use DELETE, by which it ends its session; GET and POST need no leave. */
public final class PagesMayEndSessions implements Check {

    private static final Rule RULE = Rule.must("cors-methods", Specs.CORS).as(Severity.WARNING,
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
            var allowed = CrossOrigin.listed(shown.preflight(), "Access-Control-Allow-Methods");
            var evidence = Evidence.in(shown.preflight()).with("allow-methods", String.join(", ", allowed));
            if (allowed.contains("delete") || allowed.contains("*"))
                return new Holds(evidence);
            return seen.conversation().judge(talk -> {
                if (!talk.ids().isEmpty())
                    return RULE.broken(evidence, String.join(", ", allowed));
                // Without sessions there is nothing to end.
                return talk.accepted() ? new Holds(evidence) : new Blocked("session");
            });
        });
    }
}
