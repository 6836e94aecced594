package mcpauth0.diagnose.token;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.oauth.TokenOutcome;

/** A refresh token that is no good any more is called that, so that clients let people sign in again. */
public final class BadRefreshTokensAreNamed implements Check {

    private static final Rule RULE = Rule.must("token-refresh-error-shape", Specs.TOKEN_ERRORS);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Station certainAt() {
        return Station.SESSION;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.of(RenewalProbe.RENEWAL).judge(renewal -> switch (renewal.garbage()) {
            case TokenOutcome.Given given -> RULE.broken(Evidence.in(given.tokens().exchange()),
                    String.valueOf(given.tokens().exchange().status()), "");
            case TokenOutcome.Refused refused -> {
                var evidence = Evidence.in(refused.exchange()).with("status", String.valueOf(refused.status()))
                        .with("error", String.valueOf(refused.error()));
                // Auth0 says so with 403, which clients take as well.
                yield "invalid_grant".equals(refused.error()) && refused.status() >= 400 && refused.status() < 500
                        ? new Holds(evidence)
                        : RULE.broken(evidence, String.valueOf(refused.status()), String.valueOf(refused.error()));
            }
            case TokenOutcome.Failed failed -> failed.exchange() != null && failed.exchange().answer() != null
                    ? RULE.broken(Evidence.in(failed.exchange()), String.valueOf(failed.exchange().status()), "")
                    : new Blocked("answer");
        });
    }
}
