package mcpauth0.diagnose.transport;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Rule.Severity;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.oauth.mcp.McpAnswer;

/** The typed address is the one that answers; a redirect loses the token or the body on the way. */
public final class AddressAnswersItself implements Check {

    private static final Rule RULE = Rule.should("transport-redirect-drops-auth", Specs.REDIRECTS,
            "challenge-missing-401",
            "challenge-no-resource-metadata", "transport-endpoint-not-found", "rs-rejects-valid-token",
            "session-empty-tools", "cors-preflight-401");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.opening().judge(opening -> {
            if (!opening.answered())
                return new Blocked("connection");
            var exchange = opening.first().typed().exchange();
            var answer = exchange.answer();
            if (answer == null || !answer.redirect())
                return new Holds(Evidence.in(exchange).with("status", String.valueOf(exchange.status())));
            var location = String.valueOf(answer.header("Location"));
            var evidence = Evidence.in(opening.first().way().stream().map(McpAnswer::exchange).toList())
                    .with("status", String.valueOf(answer.status())).with("location", location);
            return RULE.broken(opening.redirected() ? Severity.ERROR : Severity.WARNING, evidence,
                    seen.scene().target().value(), location);
        });
    }
}
