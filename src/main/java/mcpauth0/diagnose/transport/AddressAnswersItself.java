package mcpauth0.diagnose.transport;

import java.net.URI;
import java.net.URISyntaxException;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Rule.Severity;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.setup.McpUrl;

/** The typed address is the one that answers; a redirect loses the token or the body on the way. */
public final class AddressAnswersItself implements Check {

    private static final Rule RULE = Rule.should("transport-redirect-drops-auth", Specs.REDIRECTS,
            "challenge-missing-401",
            "challenge-no-resource-metadata", "transport-endpoint-not-found", "rs-rejects-valid-token",
            "session-empty-tools");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.opening().judge(opening -> {
            if (!opening.answered())
                return new Blocked("connection");
            var exchange = opening.initialize().exchange();
            var answer = exchange.answer();
            if (answer == null || !answer.redirect())
                return new Holds(Evidence.in(exchange).with("status", String.valueOf(exchange.status())));
            var location = String.valueOf(answer.header("Location"));
            var evidence = Evidence.in(exchange).with("status", String.valueOf(answer.status())).with("location",
                    location);
            return RULE.broken(stays(seen.scene().target(), location) ? Severity.WARNING : Severity.ERROR, evidence,
                    seen.scene().target().value(), location);
        });
    }

    /** Whether the new address is another one of the same origin. */
    private static boolean stays(McpUrl target, String location) {
        try {
            var next = target.uri().resolve(new URI(location));
            return next.getHost() != null && McpUrl.originOf(next).equals(target.origin())
                    && !next.toString().equals(target.value());
        } catch (URISyntaxException | IllegalArgumentException e) {
            return false;
        }
    }
}
