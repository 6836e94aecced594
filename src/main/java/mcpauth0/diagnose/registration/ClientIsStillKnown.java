package mcpauth0.diagnose.registration;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Rule.Severity;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.diagnose.login.Access;

/** The authorization server knows the client that it registered. */
public final class ClientIsStillKnown implements Check {

    private static final Rule RULE = Rule.must("reg-stale-client", Specs.AUTHORIZATION_ERRORS, "authz-denied");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Station certainAt() {
        return Station.SIGN_IN;
    }

    @Override
    public Verdict judge(Observations seen) {
        return Access.unknownClient(seen, attempt -> {
            var id = attempt.client().clientId();
            var evidence = Evidence.NONE.with("client-id", id);
            return attempt.unknown()
                    ? RULE.broken(evidence, id)
                    : attempt.forgotten() ? RULE.broken(Severity.INFO, evidence, id) : new Holds(evidence);
        });
    }
}
