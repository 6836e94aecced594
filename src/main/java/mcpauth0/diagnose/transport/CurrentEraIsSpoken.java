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

/** The server speaks a version that is not older than the one which nearly every client speaks. */
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
            var agreed = eras.legacy().result();
            if (agreed == null)
                return new Blocked("session");
            // Versions are dates, so they sort as text. The one before the newest is what nearly every client speaks.
            var version = agreed.path("protocolVersion").asText();
            evidence = evidence.with("version", version);
            return version.compareTo(Era.LEGACY.version()) >= 0 ? new Holds(evidence) : RULE.broken(evidence, version);
        });
    }
}
