package mcpauth0.diagnose.registration;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.Verdict;

/** Clients that live in a cloud can register the address to which they come back. */
public final class HostedCallbacksAreTaken implements Check {

    private static final Rule RULE = Rule.must("reg-dcr-redirect-rejected", Specs.DYNAMIC_REGISTRATION);

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
        return Shapes.judge(seen, RULE, Feature.REDIRECT);
    }
}
