package mcpauth0.diagnose.metadata;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.diagnose.Verdict.NotApplicable;
import mcpauth0.oauth.WellKnown.Kind;

/** The metadata of a server with a path stands at the address that has this path in it. */
public final class MetadataStandsAtItsPath implements Check {

    private static final Rule RULE = Rule.may("prm-path-variant-missing", Specs.RESOURCE_METADATA);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.resource().judge(found -> {
            var own = found.all().stream().filter(one -> one.candidate().kind() == Kind.RESOURCE_PATH).findFirst()
                    .orElse(null);
            if (own == null)
                return new NotApplicable("bare-origin");
            var picked = found.picked();
            if (picked == null)
                return new Blocked("resource-metadata");
            var evidence = Evidence.in(own.exchange(), picked.exchange()).with("address", own.candidate().url()).with(
                    "status",
                    String.valueOf(own.exchange().status()));
            return own.document() == null
                    ? RULE.broken(evidence, own.candidate().url(), picked.candidate().url())
                    : new Holds(evidence);
        });
    }
}
