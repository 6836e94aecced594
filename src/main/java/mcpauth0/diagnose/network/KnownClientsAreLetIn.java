package mcpauth0.diagnose.network;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Rule.Applies;
import mcpauth0.diagnose.Rule.Severity;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.Verdict;

/** Nothing in front of the server turns clients away by the name under which they call. */
public final class KnownClientsAreLetIn implements Check {

    private static final Rule RULE = Rule.must("net-waf-blocks-client", Specs.CLAUDE_NETWORK, "net-waf-partial-paths",
            "challenge-missing-401", "challenge-no-resource-metadata", "prm-not-found", "transport-html-answer",
            "transport-endpoint-not-found").as(Severity.ERROR, Applies.HOSTED_CLIENTS);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Station certainAt() {
        return Station.METADATA;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.of(GuiseProbe.GUISES).judge(guises -> {
            var out = guises.keptOut();
            if (out.isEmpty())
                return new Verdict.Holds(Guises.evidence(guises.all()));
            var kept = guises.all().stream().filter(guise -> out.contains(guise.agent())).toList();
            return RULE.broken(Guises.evidence(kept), seen.scene().target().host(), String.join(", ", out),
                    Guises.lines(kept));
        });
    }
}
