package mcpauth0.diagnose.challenge;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.diagnose.Verdict.NotApplicable;

/** The metadata is at the server itself; some clients do not look elsewhere. */
public final class PointerStaysAtTheOrigin implements Check {

    private static final Rule RULE = Rule.may("challenge-off-origin-pointer", Specs.CHALLENGE);

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
            return pointer.address() == null || pointer.staysAt(target)
                    ? new Holds(evidence)
                    : RULE.broken(evidence, pointer.text(), target.origin());
        });
    }
}
