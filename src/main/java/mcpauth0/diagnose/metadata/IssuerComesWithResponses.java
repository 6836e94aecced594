package mcpauth0.diagnose.metadata;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Holds;

public final class IssuerComesWithResponses implements Check {

    private static final Rule RULE = Rule.may("as-iss-not-advertised", Specs.ISSUER_IN_RESPONSES);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.metadata().judge(metadata -> {
            var evidence = Shown.metadata(seen).with("issuer-in-responses",
                    String.valueOf(metadata.issuerInResponses()));
            return metadata.issuerInResponses()
                    ? new Holds(evidence)
                    : RULE.broken(evidence).curedBy(seen.auth0(), "understand-resource");
        });
    }
}
