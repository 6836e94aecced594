package mcpauth0.diagnose.metadata;

import java.util.Objects;
import java.util.stream.Stream;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.oauth.Discovery;

/** What the metadata names is at the issuer's own host. Some large providers spread it, which is allowed. */
public final class EndpointsAreAtTheIssuer implements Check {

    private static final Rule RULE = Rule.may("as-endpoint-other-host", Specs.KEYS);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.metadata().judge(metadata -> {
            var own = Shown.host(metadata.issuer());
            var elsewhere = Stream
                    .of(metadata.authorizationEndpoint(), metadata.tokenEndpoint(), metadata.registrationEndpoint(),
                            metadata.jwksUri())
                    .filter(Objects::nonNull).filter(address -> !Shown.host(address).equals(own)).toList();
            var evidence = Shown.metadata(seen).with("issuer", String.valueOf(metadata.issuer()));
            // An issuer of another host is told by its own check.
            return elsewhere.isEmpty() || !own.equals(Shown.host(seen.server().found().map(Discovery.Server::issuer)
                    .orElse(null)))
                            ? new Holds(evidence)
                            : RULE.broken(evidence.with("address", String.join(", ", elsewhere)), own,
                                    String.join(", ", elsewhere));
        });
    }
}
