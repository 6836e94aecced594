package mcpauth0.diagnose.registration;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.Verdict;

/** Clients can register under the names that they have, also with parentheses. */
public final class NamesOfClientsAreTaken implements Check {

    private static final Rule RULE = Rule.should("reg-dcr-client-name-rejected", Specs.CLIENT_METADATA);

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
        return Shapes.judge(seen, RULE, Feature.NAME);
    }
}
