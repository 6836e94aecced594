package mcpauth0.diagnose.metadata;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Holds;

/** The metadata calls itself by the host that was asked. Another's must not be used: it may be somebody's trap. */
public final class MetadataIsOfTheNamedHost implements Check {

    private static final Rule RULE = Rule.must("as-issuer-foreign", Specs.ISSUER_IDENTITY, "token-iss-wrong",
            "authz-iss-mismatch");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.server().judge(server -> seen.metadata().judge(metadata -> {
            var own = String.valueOf(metadata.issuer());
            var evidence = Shown.metadata(seen).with("named", server.issuer()).with("issuer", own);
            return metadata.issuer() == null || Shown.host(own).equals(Shown.host(server.issuer()))
                    ? new Holds(evidence)
                    : RULE.broken(evidence, server.issuer(), own);
        }));
    }
}
