package mcpauth0.diagnose.registration;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.diagnose.Verdict.NotApplicable;
import mcpauth0.oauth.RegistrationOutcome;
import mcpauth0.oauth.RegistrationOutcome.Refused;
import mcpauth0.oauth.RegistrationOutcome.Registered;

/** There is room for one more client, and not too many have just asked. */
public final class RegistrationHasRoom implements Check {

    private static final Rule RULE = Rule.must("reg-dcr-quota", Specs.DYNAMIC_REGISTRATION);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        if (seen.scene().clientGiven())
            return new NotApplicable("client-given");
        return seen.registration().judge(outcome -> switch (outcome) {
            case Registered known -> new Holds(Evidence.in(known.exchange()));
            case Refused refused -> Quota.reached(refused)
                    ? RULE.broken(Evidence.in(refused.exchange()).with("status", String.valueOf(refused.status()))
                            .with("answer", refused.text()), String.valueOf(refused.status()))
                    : new Blocked("registration");
            case RegistrationOutcome.Failed _ -> new Blocked("registration");
        });
    }
}
