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

/** A client that is told no scopes asks for every one that the authorization server knows. */
public final class ScopesAreNamed implements Check {

    private static final Rule RULE = Rule.should("prm-scopes-missing", Specs.SCOPES, "challenge-scope-absent");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.answered().judge(opening -> seen.document().judge(document -> {
            var challenged = opening.initialize().challenges().scopes();
            var listed = document.scopes();
            var evidence = Evidence.in(opening.initialize().exchange(),
                    seen.resource().found().map(Discovery.Resource::picked).map(Fetched::exchange).orElse(null));
            if (challenged != null)
                evidence = evidence.with("scopes-of-challenge", String.join(" ", challenged));
            if (listed != null)
                evidence = evidence.with("scopes-of-metadata", String.join(" ", listed));
            var none = (challenged == null || challenged.isEmpty()) && (listed == null || listed.isEmpty());
            return none ? RULE.broken(evidence) : new Holds(evidence);
        }));
    }
}
