package mcpauth0.diagnose.challenge;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Rule.Severity;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.diagnose.Verdict.NotApplicable;
import mcpauth0.oauth.Challenges.Oddity;

/** The first challenge is of scheme Bearer, and no proxy has put its own in the place of it. */
public final class BearerComesFirst implements Check {

    private static final Rule RULE = Rule.must("challenge-header-stripped", Specs.CHALLENGE,
            "challenge-no-resource-metadata", "rs-401-without-invalid-token");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.answered().judge(opening -> {
            var answer = opening.initialize();
            var challenges = answer.challenges();
            if (answer.status() / 100 == 2)
                return new Blocked("challenge");
            var evidence = Evidence.in(answer.exchange()).with("www-authenticate",
                    String.join(" | ", challenges.lines()));
            if (challenges.isEmpty())
                return new NotApplicable("no-challenge");
            var scheme = challenges.all().getFirst().scheme();
            if (challenges.bearer() == null)
                return RULE.broken(evidence, scheme);
            return challenges.oddities().contains(Oddity.BEARER_NOT_FIRST)
                    ? RULE.broken(Severity.WARNING, evidence, scheme)
                    : new Holds(evidence);
        });
    }
}
