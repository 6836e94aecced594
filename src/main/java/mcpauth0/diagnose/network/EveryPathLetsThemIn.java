package mcpauth0.diagnose.network;

import java.util.List;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Rule.Applies;
import mcpauth0.diagnose.Rule.Severity;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.Verdict;

/** A client that may call one address of a connection may call all of them, with a token and without. */
public final class EveryPathLetsThemIn implements Check {

    private static final Rule RULE = Rule.must("net-waf-partial-paths", Specs.CLAUDE_NETWORK).as(Severity.ERROR,
            Applies.HOSTED_CLIENTS);

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
        return seen.of(GuiseProbe.GUISES).judge(guises -> {
            var partly = guises.partly();
            if (!partly.isEmpty())
                return broken(seen, partly);
            if (guises.keptOut().size() == Guise.AGENTS.size())
                return new Verdict.Blocked("answer");
            return seen.of(TokenGuiseProbe.TOKEN_GUISES).judge(with -> {
                var out = guises.keptOut();
                var refused = with.all().stream().filter(guise -> !out.contains(guise.agent()) && guise.turnedAway())
                        .toList();
                return refused.isEmpty()
                        ? new Verdict.Holds(Guises.evidence(guises.all()).and(Guises.evidence(with.all())))
                        : broken(seen, refused);
            });
        });
    }

    private static Verdict broken(Observations seen, List<Guise> refused) {
        return RULE.broken(Guises.evidence(refused), seen.scene().target().host(), Guises.agents(refused),
                Guises.lines(refused));
    }
}
