package mcpauth0.diagnose.metadata;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.diagnose.Verdict.NotApplicable;

/** Where client documents are taken, clients without a secret are announced too: documents have none. */
public final class PublicClientsAreAnnounced implements Check {

    private static final Rule RULE = Rule.may("as-cimd-without-none", Specs.REGISTRATION);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.metadata().judge(metadata -> {
            if (!metadata.clientDocuments())
                return new NotApplicable("no-client-documents");
            var methods = metadata.tokenAuthMethods();
            var evidence = Shown.metadata(seen).with("auth-methods",
                    methods == null ? "" : String.join(", ", methods));
            return methods != null && methods.contains("none")
                    ? new Holds(evidence)
                    : RULE.broken(evidence, String.valueOf(metadata.issuer()));
        });
    }
}
