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

/** Where the metadata lists ways of sending a token, the header is among them: MCP knows no other. */
public final class TokensMayComeInTheHeader implements Check {

    private static final Rule RULE = Rule.should("prm-bearer-methods", Specs.RESOURCE_FIELDS);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.document().judge(document -> {
            var evidence = Evidence
                    .in(seen.resource().found().map(Discovery.Resource::picked).map(Fetched::exchange).orElse(null));
            var methods = document.bearerMethods();
            if (methods == null)
                return new Holds(evidence);
            var listed = String.join(", ", methods);
            return methods.contains("header")
                    ? new Holds(evidence.with("bearer-methods", listed))
                    : RULE.broken(evidence.with("bearer-methods", listed), listed);
        });
    }
}
