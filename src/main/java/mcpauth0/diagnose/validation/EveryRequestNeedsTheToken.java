package mcpauth0.diagnose.validation;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.Verdict;

/** A session id is no credential. */
public final class EveryRequestNeedsTheToken implements Check {

    private static final Rule RULE = Rule.must("rs-auth-only-on-initialize", Specs.EVERY_REQUEST);

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
        return Judgement.of(seen, RULE, Forgery.SESSION_WITHOUT_TOKEN);
    }
}
