package mcpauth0.diagnose.transport;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;

/** The server speaks the protocol with a handshake, which most clients still begin with. */
public final class HandshakeIsSpoken implements Check {

    private static final Rule RULE = Rule.may("transport-modern-only", Specs.VERSIONS);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Station certainAt() {
        return Station.VALIDATION;
    }

    @Override
    public Verdict judge(Observations seen) {
        return Replies.eras(seen).judge(eras -> {
            var evidence = Evidence.in(eras.legacy().exchange(), eras.modern().exchange());
            if (eras.legacy().accepted())
                return new Holds(evidence);
            return eras.modern().accepted() ? RULE.broken(evidence) : new Blocked("session");
        });
    }
}
