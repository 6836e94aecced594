package mcpauth0.diagnose.registration;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.Verdict;

/** Clients that authenticate with a secret can register. */
public final class OtherMethodsAreTaken implements Check {

    private static final Rule RULE = Rule.must("reg-dcr-auth-method-rejected", Specs.DYNAMIC_REGISTRATION);

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
        return Shapes.judge(seen, RULE, Feature.AUTH_METHOD);
    }
}
