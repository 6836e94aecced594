package mcpauth0.diagnose.metadata;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Holds;

public final class PkceIsAnnounced implements Check {

    private static final Rule RULE = Rule.must("as-pkce-not-advertised", Specs.PKCE);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.metadata().judge(metadata -> {
            var methods = metadata.challengeMethods();
            var evidence = Shown.metadata(seen).with("challenge-methods",
                    methods == null ? "" : String.join(", ", methods));
            return metadata.s256()
                    ? new Holds(evidence)
                    : RULE.broken(evidence, String.valueOf(metadata.issuer()));
        });
    }
}
