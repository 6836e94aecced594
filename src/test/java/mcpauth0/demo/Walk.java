package mcpauth0.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** A client that was registered by itself and walks a person through the login. */
final class Walk {

    static final String CALLBACK = "https://client.example/callback";
    static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-long";

    final Wire wire;
    final Map<String, String> request = new LinkedHashMap<>();
    String clientId;
    private String user = PracticeTenant.USER;

    Walk(Wire wire, String clientId, String resource) {
        this.wire = wire;
        this.clientId = clientId;
        request.put("client_id", clientId);
        request.put("redirect_uri", CALLBACK);
        request.put("response_type", "code");
        request.put("code_challenge", Mint.challengeOf(VERIFIER));
        request.put("code_challenge_method", "S256");
        request.put("scope", "mcp:use offline_access openid");
        request.put("state", "the state & more");
        request.put("resource", resource);
    }

    static Walk registered(PracticePair pair) {
        var wire = new Wire(pair);
        var answer = wire.postJson("/oidc/register", """
            {"client_name":"A <b>client</b>","redirect_uris":["%s"],"token_endpoint_auth_method":"none",
             "grant_types":["authorization_code","refresh_token"]}""".formatted(CALLBACK));
        return new Walk(wire, answer.json().path("client_id").asText(), pair.mcpUrl());
    }

    Walk with(String name, String value) {
        request.put(name, value);
        return this;
    }

    Walk without(String name) {
        request.remove(name);
        return this;
    }

    Walk as(String email) {
        user = email;
        return this;
    }

    Wire.Got authorize(String... headers) {
        return wire.get("/authorize?" + Wire.query(request), headers);
    }

    /** Signs in and stops before consent. */
    Wire.Got signIn() {
        return resume(submit(authorize(), Map.of("username", user, "password", PracticeTenant.PASSWORD,
                "action", "default")));
    }

    Wire.Got submit(Wire.Got redirect, Map<String, String> fields) {
        return wire.form(redirect.header("location"), new TreeMap<>(fields));
    }

    Wire.Got resume(Wire.Got redirect) {
        return wire.get(redirect.header("location"));
    }

    /** All the way to the callback. */
    Wire.Got callback() {
        var next = signIn();
        return next.header("location").startsWith("/u/consent") ? submit(next, Map.of("action", "accept")) : next;
    }

    Wire.Got exchange(String code) {
        return wire.form("/oauth/token", Map.of("grant_type", "authorization_code", "client_id", clientId, "code", code,
                "redirect_uri", CALLBACK, "code_verifier", VERIFIER));
    }

    Wire.Got tokens() {
        return exchange(callback().parameter("code"));
    }

    Wire.Got refresh(String token) {
        return wire.form("/oauth/token",
                Map.of("grant_type", "refresh_token", "client_id", clientId, "refresh_token", token));
    }
}
