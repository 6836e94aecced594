package mcpauth0.diagnose.challenge;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Rule.Severity;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.oauth.WellKnown;
import org.jspecify.annotations.Nullable;

/** The challenge is of scheme Bearer and points to the metadata with an absolute address. */
public final class ChallengeNamesTheMetadata implements Check {

    private static final Rule RULE = Rule.should("challenge-no-resource-metadata", Specs.CHALLENGE);

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
        return seen.answered().judge(opening -> {
            var answer = opening.initialize();
            if (answer.status() / 100 == 2)
                return new Blocked("challenge");
            var challenges = answer.challenges();
            var pointer = challenges.resourceMetadata();
            var evidence = Evidence.in(answer.exchange()).with("www-authenticate",
                    String.join(" | ", challenges.lines()));
            if (absolute(pointer))
                return new Holds(evidence);
            var path = WellKnown.resource(seen.scene().target()).getFirst().url();
            var there = challenges.bearer() != null && seen.document().found().isPresent();
            return RULE.broken(there ? Severity.WARNING : Severity.ERROR, evidence, path);
        });
    }

    private static boolean absolute(@Nullable String pointer) {
        return pointer != null && pointer.matches("(?i)https?://[^/].*");
    }
}
