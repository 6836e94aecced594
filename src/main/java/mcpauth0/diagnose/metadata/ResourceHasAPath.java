package mcpauth0.diagnose.metadata;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.oauth.Discovery;
import mcpauth0.oauth.Fetched;

/** The resource has a path: clients disagree about the slash at the end of a bare origin. */
public final class ResourceHasAPath implements Check {

    private static final Rule RULE = Rule.should("prm-resource-bare-origin", Specs.CANONICAL_URI);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.document().judge(document -> {
            var resource = document.resource();
            var evidence = Evidence
                    .in(seen.resource().found().map(Discovery.Resource::picked).map(Fetched::exchange).orElse(null))
                    .with("resource", String.valueOf(resource));
            if (resource == null || !resource.matches("(?i)https?://[^/?#]+"))
                return new Holds(evidence);
            var both = seen.tenant().found().filter(
                    tenant -> tenant.api(resource).isPresent() && tenant.api(resource + "/").isPresent()).isPresent();
            return both ? new Holds(evidence) : RULE.broken(evidence, resource);
        });
    }
}
