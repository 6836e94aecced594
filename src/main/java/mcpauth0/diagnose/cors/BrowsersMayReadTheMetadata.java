package mcpauth0.diagnose.cors;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Rule.Severity;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;

public final class BrowsersMayReadTheMetadata implements Check {

    private static final Rule RULE = Rule.must("cors-wellknown-missing", Specs.CORS).as(Severity.WARNING,
            Rule.Applies.BROWSER_CLIENTS);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.crossOrigin().judge(shown -> {
            var exchange = shown.metadata();
            var answer = exchange.answer();
            if (answer == null)
                return new Blocked("connection");
            if (!answer.ok() && seen.document().found().isEmpty())
                return seen.document().judge(_ -> new Blocked("resource-metadata"));
            var allowed = answer.header("Access-Control-Allow-Origin");
            var evidence = Evidence.in(exchange, shown.preflight()).with("allow-origin",
                    allowed == null ? "" : allowed);
            return allowed != null && (allowed.equals("*") || allowed.equals(CrossOrigin.PAGE))
                    ? new Holds(evidence)
                    : RULE.broken(evidence, exchange.request().url());
        });
    }
}
