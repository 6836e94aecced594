package mcpauth0.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import mcpauth0.http.Json;
import org.jspecify.annotations.Nullable;

/**
 * Authorization server metadata (RFC 8414 §2, OpenID Connect Discovery §3) as it was served; nothing is normalised. A
 * field of the wrong type reads as absent, {@link #raw()} has it.
 */
public record ServerMetadata(ObjectNode raw) {

    /**
     * What MCP 2025-03-26 has clients assume of an origin that publishes nothing: three endpoints under fixed names, for
     * public clients with PKCE.
     */
    static ServerMetadata assumed(String origin) {
        var raw = Json.object().put("issuer", origin).put("authorization_endpoint", origin + "/authorize")
                .put("token_endpoint", origin + "/token").put("registration_endpoint", origin + "/register");
        raw.putArray("code_challenge_methods_supported").add("S256");
        return new ServerMetadata(raw);
    }

    public @Nullable String issuer() {
        return Fields.text(raw, "issuer");
    }

    /** Whether the document is that issuer's, to the byte (RFC 8414 §3.3): clients must not use it otherwise. */
    public boolean isOf(String issuer) {
        return issuer.equals(issuer());
    }

    /** Whether the two issuers differ by nothing but a slash at the end. */
    public boolean isOfButForSlash(String issuer) {
        var own = issuer();
        return own != null && !own.equals(issuer) && (own.equals(issuer + "/") || issuer.equals(own + "/"));
    }

    public @Nullable String authorizationEndpoint() {
        return Fields.text(raw, "authorization_endpoint");
    }

    public @Nullable String tokenEndpoint() {
        return Fields.text(raw, "token_endpoint");
    }

    public @Nullable String registrationEndpoint() {
        return Fields.text(raw, "registration_endpoint");
    }

    public @Nullable String revocationEndpoint() {
        return Fields.text(raw, "revocation_endpoint");
    }

    public @Nullable String userinfoEndpoint() {
        return Fields.text(raw, "userinfo_endpoint");
    }

    public @Nullable String jwksUri() {
        return Fields.text(raw, "jwks_uri");
    }

    /** Null where the field is absent: a client then must refuse to go on. */
    public @Nullable List<String> challengeMethods() {
        return Fields.texts(raw, "code_challenge_methods_supported");
    }

    public boolean s256() {
        var methods = challengeMethods();
        return methods != null && methods.contains("S256");
    }

    public @Nullable List<String> scopes() {
        return Fields.texts(raw, "scopes_supported");
    }

    public @Nullable List<String> tokenAuthMethods() {
        return Fields.texts(raw, "token_endpoint_auth_methods_supported");
    }

    public @Nullable List<String> grantTypes() {
        return Fields.texts(raw, "grant_types_supported");
    }

    /** Whether authorization responses carry {@code iss} (RFC 9207 §3). */
    public boolean issuerInResponses() {
        return Fields.isTrue(raw, "authorization_response_iss_parameter_supported");
    }

    /** Whether a client may be named by the address of its metadata document. */
    public boolean clientDocuments() {
        return Fields.isTrue(raw, "client_id_metadata_document_supported");
    }
}
