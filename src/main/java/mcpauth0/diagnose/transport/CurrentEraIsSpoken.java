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
import mcpauth0.oauth.mcp.Era;

/** The server speaks the protocol without handshake (MCP 2026-07-28) as well. */
public final class CurrentEraIsSpoken implements Check {

    private static final Rule RULE = Rule.may("transport-legacy-only", Specs.VERSIONS);

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
            var evidence = Evidence.in(eras.modern().exchange(), eras.legacy().exchange());
            if (eras.speaks(Era.MODERN))
                return new Holds(evidence);
            return eras.legacy().accepted() ? RULE.broken(evidence) : new Blocked("session");
        });
    }
}
