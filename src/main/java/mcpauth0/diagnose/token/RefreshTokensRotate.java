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

/** A token can be renewed, and the refresh token of a client without a secret changes with it. */
public final class RefreshTokensRotate implements Check {

    private static final Rule RULE = Rule.must("token-refresh-rotation-reuse", Specs.REFRESH_ROTATION);

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
        return seen.of(RenewalProbe.RENEWAL).judge(renewal -> switch (renewal.renewed()) {
            case TokenOutcome.Given given -> {
                var next = given.tokens().refresh();
                var rotated = next != null && !next.reveal().equals(renewal.spent().reveal());
                var evidence = Evidence.in(given.tokens().exchange()).with("rotated", String.valueOf(rotated));
                yield rotated || !renewal.isPublic() ? new Holds(evidence) : RULE.broken(evidence, "");
            }
            case TokenOutcome.Refused refused -> RULE.broken(Evidence.in(refused.exchange())
                    .with("status", String.valueOf(refused.status())).with("answer", refused.description()),
                    refused.description());
            case TokenOutcome.Failed _ -> new Blocked("answer");
        });
    }
}
