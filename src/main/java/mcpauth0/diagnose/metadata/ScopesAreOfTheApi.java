package mcpauth0.diagnose.metadata;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.oauth.Discovery;
import mcpauth0.oauth.Fetched;
import mcpauth0.oauth.ServerMetadata;

/** The scopes that the server asks for are permissions of the API in the tenant. */
public final class ScopesAreOfTheApi implements Check {

    private static final Rule RULE = Rule.must("prm-scope-unknown", Specs.SCOPES, "authz-scope-not-granted");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.answered().judge(opening -> seen.document().judge(document -> seen.tenant().judge(tenant -> {
            var resource = seen.resourceName();
            var api = tenant.api(resource).orElse(null);
            if (api == null)
                return new Blocked("api");
            var known = Stream.concat(api.scopes().stream(),
                    Stream.concat(OF_OPENID.stream(), seen.metadata().found().map(ServerMetadata::scopes).stream()
                            .flatMap(List::stream)))
                    .collect(Collectors.toSet());
            var named = Stream.of(document.scopes(), opening.initialize().challenges().scopes())
                    .filter(Objects::nonNull).flatMap(List::stream).distinct().toList();
            var unknown = named.stream().filter(scope -> !scope.isEmpty() && !known.contains(scope))
                    .collect(Collectors.joining(" "));
            var evidence = Evidence
                    .in(seen.resource().found().map(Discovery.Resource::picked).map(Fetched::exchange).orElse(null))
                    .with("scopes-of-metadata", String.join(" ", named))
                    .with("scopes-of-api", String.join(" ", api.scopes()));
            return unknown.isEmpty() ? new Holds(evidence) : RULE.broken(evidence, unknown, resource);
        })));
    }

    /** What belongs to the sign-in and to no API. */
    private static final List<String> OF_OPENID = List.of("openid", "profile", "email", "address", "phone",
            "offline_access");
}
