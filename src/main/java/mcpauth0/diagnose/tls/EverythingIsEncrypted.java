package mcpauth0.diagnose.tls;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.diagnose.Verdict.NotApplicable;
import mcpauth0.oauth.Discovery;
import mcpauth0.oauth.Fetched;
import mcpauth0.oauth.ResourceMetadata;

/** Neither the server nor what its metadata names is reached in the clear. */
public final class EverythingIsEncrypted implements Check {

    private static final Rule RULE = Rule.must("tls-plain-http", Specs.HTTPS_EVERYWHERE, "authz-denied");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Station certainAt() {
        return Station.METADATA;
    }

    @Override
    public Verdict judge(Observations seen) {
        var target = seen.scene().target();
        if (!target.secure() && !target.loopback())
            return RULE.broken(Evidence.NONE.with("address", target.value()), target.value());
        if (seen.handshake().found().filter(Handshake::plain).isPresent())
            return RULE.broken(Evidence.NONE.with("address", target.value()).with("detail", "plain HTTP on the port"),
                    target.value());
        if (!target.secure())
            return new NotApplicable("loopback");
        for (var address : named(seen))
            if (address.toLowerCase(Locale.ROOT).startsWith("http:"))
                return RULE.broken(
                        Evidence.in(seen.resource().found().map(Discovery.Resource::picked).map(Fetched::exchange)
                                .orElse(null)).with("address", address),
                        address);
        return seen.opening().judge(opening -> opening.answered()
                ? new Holds(Evidence.NONE.with("address", target.value()))
                : new Blocked("connection"));
    }

    private static List<String> named(Observations seen) {
        var resource = seen.document().found();
        var metadata = seen.metadata().found();
        return Stream.of(resource.map(ResourceMetadata::resource).stream(),
                resource.stream().flatMap(found -> found.authorizationServers().stream()),
                metadata.stream().flatMap(found -> Stream.of(found.authorizationEndpoint(), found.tokenEndpoint(),
                        found.registrationEndpoint(), found.jwksUri())))
                .flatMap(one -> one).filter(Objects::nonNull).toList();
    }
}
