package mcpauth0.diagnose.metadata;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.diagnose.Verdict.NotApplicable;

/** A client that nobody registered by hand has a way to become known. */
public final class ClientsCanBecomeKnown implements Check {

    private static final Rule RULE = Rule.must("as-no-registration-path", Specs.REGISTRATION, "reg-dcr-disabled");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.metadata().judge(metadata -> {
            var endpoint = metadata.registrationEndpoint();
            var evidence = Shown.metadata(seen).with("registration-endpoint", endpoint == null ? "" : endpoint)
                    .with("client-documents", String.valueOf(metadata.clientDocuments()));
            if (seen.scene().clientGiven())
                return new NotApplicable("client-given");
            return endpoint != null || metadata.clientDocuments()
                    ? new Holds(evidence)
                    : RULE.broken(evidence, String.valueOf(metadata.issuer()));
        });
    }
}
