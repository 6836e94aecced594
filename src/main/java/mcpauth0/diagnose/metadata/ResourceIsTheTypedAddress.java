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

/** Byte for byte: clients, the API identifier and the audience of the token all compare this one string. */
public final class ResourceIsTheTypedAddress implements Check {

    private static final Rule RULE = Rule.must("prm-resource-mismatch", Specs.RESOURCE_IDENTIFIER,
            "prm-resource-bare-origin");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.document().judge(document -> {
            var typed = seen.scene().target().value();
            var resource = document.resource();
            var evidence = at(seen).with("resource", String.valueOf(resource)).with("typed", typed);
            if (typed.equals(resource))
                return new Holds(evidence);
            var part = Difference.first(typed, resource);
            return RULE.broken(evidence.with("differs-in", part), String.valueOf(resource), typed, part);
        });
    }

    private static Evidence at(Observations seen) {
        return Evidence.in(seen.resource().found().map(Discovery.Resource::picked).map(Fetched::exchange).orElse(null));
    }
}
