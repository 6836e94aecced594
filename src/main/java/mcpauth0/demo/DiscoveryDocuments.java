package mcpauth0.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the tenant publishes about itself: the same document at both well-known places, and the keys. The registration
 * endpoint is listed whether registration is open or not, as Auth0 does it.
 */
final class DiscoveryDocuments {

    private final Core core;

    DiscoveryDocuments(Core core) {
        this.core = core;
    }

    void on(Loopback loopback) {
        for (var path : List.of("/.well-known/openid-configuration", "/.well-known/oauth-authorization-server"))
            loopback.on("GET", path,
                    request -> unavailable(path).orElseGet(() -> open(Outgoing.json(200, metadata()))));
        loopback.on("GET", "/.well-known/jwks.json",
                request -> core.broken("as-jwks-unreachable")
                        ? Outgoing.text(503, "Service Unavailable")
                        : open(Outgoing.json(200,
                                core.keys().published(!core.state().flag("remove_alg_from_jwks")))));
    }

    private Optional<Outgoing> unavailable(String path) {
        if (core.broken("as-5xx-aborts") && path.endsWith("oauth-authorization-server"))
            return Optional.of(Outgoing.text(503, "Service Unavailable"));
        return core.broken("as-metadata-not-found")
                ? Optional.of(Outgoing.text(404, "Not Found"))
                : Optional.empty();
    }

    private static Outgoing open(Outgoing answer) {
        return answer.with("Access-Control-Allow-Origin", "*").with("Cache-Control", "public, max-age=15");
    }

    private ObjectNode metadata() {
        var at = core.issuer();
        var settings = core.state().settings();
        var all = Shapes.node()
                .put("issuer", core.broken("as-issuer-foreign") ? "https://accounts.practice.example/" : at)
                .put("authorization_endpoint", at + "authorize");
        if (!core.broken("as-metadata-incomplete"))
            all.put("token_endpoint", at + "oauth/token");
        all.put("device_authorization_endpoint", at + "oauth/device/code")
                .put("userinfo_endpoint", at + "userinfo").put("mfa_challenge_endpoint", at + "mfa/challenge")
                .put("jwks_uri", (core.broken("as-endpoint-other-host") ? at.replace("localhost", "127.0.0.1") : at)
                        + ".well-known/jwks.json");
        if (!core.broken("as-no-registration-path"))
            all.put("registration_endpoint", at + "oidc/register");
        all.put("revocation_endpoint",
                (core.broken("as-endpoint-insecure") ? "http://login.practice.example/" : at) + "oauth/revoke");
        list(all, "scopes_supported",
                Stream.of("openid", "profile", "offline_access", "name", "given_name", "family_name", "nickname",
                        "email", "email_verified", "picture", "created_at", "identities", "phone", "address")
                        .filter(scope -> !(core.broken("as-offline-access-not-listed")
                                && scope.equals("offline_access")))
                        .toArray(String[]::new));
        list(all, "response_types_supported", "code", "token", "id_token", "code token", "code id_token",
                "token id_token", "code token id_token");
        if (!core.broken("as-pkce-not-advertised"))
            list(all, "code_challenge_methods_supported", "S256", "plain");
        list(all, "response_modes_supported", "query", "fragment", "form_post");
        list(all, "subject_types_supported", "public");
        list(all, "token_endpoint_auth_methods_supported", "client_secret_basic", "client_secret_post",
                "private_key_jwt");
        if (Stream.of("reg-cimd-not-imported", "reg-cimd-invalid", "reg-cimd-loopback-port").anyMatch(core::broken))
            all.withArray("token_endpoint_auth_methods_supported").add("none");
        list(all, "token_endpoint_auth_signing_alg_values_supported", "RS256", "RS384", "PS256");
        list(all, "claims_supported", "aud", "auth_time", "created_at", "email", "email_verified", "exp",
                "family_name", "given_name", "iat", "identities", "iss", "name", "nickname", "phone_number", "picture",
                "sub");
        all.put("request_uri_parameter_supported", false).put("request_parameter_supported", false);
        list(all, "id_token_signing_alg_values_supported", "HS256", "RS256", "PS256");
        all.put("end_session_endpoint", at + "oidc/logout");
        list(all, "dpop_signing_alg_values_supported", "ES256");
        for (var flag : List.of("client_id_metadata_document_supported",
                "authorization_response_iss_parameter_supported"))
            if (settings.path(flag).asBoolean())
                all.put(flag, true);
        return all;
    }

    private static void list(ObjectNode node, String field, String... values) {
        ArrayNode array = node.putArray(field);
        Stream.of(values).forEach(array::add);
    }
}
