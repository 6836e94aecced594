package mcpauth0.diagnose.registration;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.Verdict;

/** Clients can register that name no application type, or come back both to this machine and to a cloud. */
public final class ApplicationTypesAreTaken implements Check {

    private static final Rule RULE = Rule.should("reg-application-type-conflict", Specs.OPENID_REGISTRATION);

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
        return Shapes.judge(seen, RULE, Feature.APPLICATION_TYPE);
    }
}
