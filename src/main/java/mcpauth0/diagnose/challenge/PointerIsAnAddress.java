package mcpauth0.diagnose.challenge;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.diagnose.Verdict.NotApplicable;
import mcpauth0.oauth.WellKnown;

/** Where the challenge points is a whole https address that everybody who reaches the server can reach. */
public final class PointerIsAnAddress implements Check {

    private static final Rule RULE = Rule.should("challenge-relative-or-bad-url", Specs.CHALLENGE,
            "challenge-no-resource-metadata",
            "challenge-pointer-dead", "challenge-off-origin-pointer");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.answered().judge(opening -> {
            var pointer = Pointer.of(opening.initialize());
            if (pointer == null)
                return new NotApplicable("no-pointer");
            var target = seen.scene().target();
            var evidence = Evidence.in(opening.initialize().exchange()).with("address", pointer.text());
            return pointer.address() == null || pointer.inTheClear(target) || pointer.leadsInside(target)
                    ? RULE.broken(evidence, pointer.text(), WellKnown.resource(target).getFirst().url())
                    : new Holds(evidence);
        });
    }
}
