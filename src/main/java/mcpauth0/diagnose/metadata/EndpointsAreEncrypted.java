package mcpauth0.diagnose.metadata;

import java.util.Objects;
import java.util.stream.Stream;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.oauth.Endpoints;

/** Every address that the metadata names is https; codes, secrets and tokens go there. */
public final class EndpointsAreEncrypted implements Check {

    private static final Rule RULE = Rule.must("as-endpoint-insecure", Specs.HTTPS_EVERYWHERE, "tls-plain-http",
            "as-endpoint-other-host");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.metadata().judge(metadata -> {
            var bad = Stream
                    .of(metadata.authorizationEndpoint(), metadata.tokenEndpoint(), metadata.registrationEndpoint(),
                            metadata.revocationEndpoint(), metadata.userinfoEndpoint(), metadata.jwksUri())
                    .filter(Objects::nonNull).filter(address -> !Endpoints.safe(address)).toList();
            var evidence = Shown.metadata(seen);
            return bad.isEmpty()
                    ? new Holds(evidence)
                    : RULE.broken(evidence.with("address", String.join(", ", bad)), String.join(", ", bad));
        });
    }
}
