package mcpauth0.diagnose.challenge;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.diagnose.Verdict.NotApplicable;

/** The challenge says which scopes the call needs; else clients ask for all that the metadata lists. */
public final class ChallengeNamesScopes implements Check {

    private static final Rule RULE = Rule.may("challenge-scope-absent", Specs.SCOPES);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.answered().judge(opening -> {
            var answer = opening.initialize();
            if (answer.status() / 100 == 2)
                return new Blocked("challenge");
            if (answer.challenges().bearer() == null)
                return new NotApplicable("no-challenge");
            var scopes = answer.challenges().scopes();
            var evidence = Evidence.in(answer.exchange()).with("scopes-of-challenge",
                    scopes == null ? "" : String.join(" ", scopes));
            return scopes == null || scopes.stream().allMatch(String::isEmpty)
                    ? RULE.broken(evidence)
                    : new Holds(evidence);
        });
    }
}
