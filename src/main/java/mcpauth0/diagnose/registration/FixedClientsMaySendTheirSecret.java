package mcpauth0.diagnose.registration;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mcpauth0.auth0.Snapshot;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.diagnose.client.Clients;

/** An application that was made for a hosted client lets it send its secret in the body, as it does. */
public final class FixedClientsMaySendTheirSecret implements Check {

    private static final Rule RULE = Rule.must("reg-static-auth-method", Specs.CLIENT_AUTHENTICATION);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.tenant().judge(tenant -> {
            var hosted = Clients.all().stream().filter(profile -> profile.authMethod().equals("client_secret_post"))
                    .flatMap(profile -> profile.redirects().stream()).collect(Collectors.toSet());
            var other = tenant.clients().stream().filter(client -> client.document() == null)
                    .filter(client -> client.callbacks().stream().anyMatch(hosted::contains))
                    .filter(client -> !List.of("client_secret_post", "none").contains(method(client))).findFirst();
            return other.map(client -> (Verdict) RULE.broken(
                    Evidence.NONE.with("client-id", client.id()).with("auth-methods", method(client)), client.name(),
                    method(client))).orElseGet(() -> new Holds(Evidence.NONE));
        });
    }

    /** A client that proves itself with a key or a certificate has no method by this name. */
    private static String method(Snapshot.Client client) {
        var ways = client.raw().path("client_authentication_methods");
        return ways.isObject() && !ways.isEmpty()
                ? String.join(", ", ways.properties().stream().map(Map.Entry::getKey).toList())
                : client.raw().path("token_endpoint_auth_method").asText("client_secret_post");
    }
}
