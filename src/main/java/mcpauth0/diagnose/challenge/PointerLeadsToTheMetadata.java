package mcpauth0.diagnose.challenge;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.diagnose.Verdict.NotApplicable;
import mcpauth0.oauth.WellKnown.Kind;

/** Where the challenge points, something is; what it is belongs to the metadata. */
public final class PointerLeadsToTheMetadata implements Check {

    private static final Rule RULE = Rule.must("challenge-pointer-dead", Specs.CHALLENGE);

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
        return seen.answered().judge(opening -> opening.initialize().challenges().resourceMetadata() == null
                ? new NotApplicable("no-pointer")
                : seen.resource().judge(found -> {
                    var pointed = found.all().stream().filter(one -> one.candidate().kind() == Kind.CHALLENGE)
                            .findFirst().orElse(null);
                    if (pointed == null)
                        return new Blocked("resource-metadata");
                    var evidence = Evidence.in(pointed.exchange()).with("address", pointed.candidate().url())
                            .with("status", String.valueOf(pointed.exchange().status()));
                    var answer = pointed.exchange().answer();
                    return answer != null && answer.ok()
                            ? new Holds(evidence)
                            : RULE.broken(evidence, pointed.candidate().url(),
                                    String.valueOf(pointed.exchange().status()));
                }));
    }
}
