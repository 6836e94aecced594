package mcpauth0.demo;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Makes tokens in the API's dialect. The faults of tokens touch only those for the pair's own server. */
final class Mint {

    private static final int USER_INFO_LIFETIME = 86400;
    private static final int ID_TOKEN_LIFETIME = 36000;
    private static final int BRIEF_ID_TOKEN_LIFETIME = 300;

    private final Core core;
    private final AccessRules rules;

    Mint(Core core, AccessRules rules) {
        this.core = core;
        this.rules = rules;
    }

    /** @param lifetime seconds */
    record Made(String token, int lifetime) {
    }

    /** For an application that acts for a person. */
    Made forUser(Delegation delegation, boolean refreshed) {
        var api = delegation.api();
        if (api == null) {
            var claims = claims(delegation.user().subject(), core.userInfoAudience(), USER_INFO_LIFETIME)
                    .claim("scope", String.join(" ", delegation.scope())).build();
            return new Made(core.keys().seal(claims, core.issuer()), USER_INFO_LIFETIME);
        }
        var audience = new ArrayList<>(List.of(api.identifier()));
        if (delegation.openId() && api.signingAlg().equals("RS256"))
            audience.add(core.userInfoAudience());
        return make(api, delegation.app(), delegation.user().subject(), audience, delegation.scope(),
                permissions(delegation, api), refreshed ? "refresh_token" : "");
    }

    /** For an application that acts for itself. */
    Made forClient(App app, Api api, Collection<String> scope) {
        return make(api, app, app.id() + "@clients", List.of(api.identifier()), scope, scope,
                "client-credentials");
    }

    /** An access token of the first user for the pair's own server, as it was given some time ago. */
    String old(Duration since, Duration lifetime) {
        var given = core.now().minus(since);
        return core.keys().sign(claims("auth0|ada", core.mcpUrl(), 0).issueTime(Date.from(given))
                .expirationTime(Date.from(given.plus(lifetime))).claim("scope", "mcp:use").claim("client_id", "tpc_old")
                .jwtID(core.ids().letters(22)).build(), "at+jwt");
    }

    /** A Management API token, whatever the application's grant says. */
    String management(String clientId, Collection<String> permissions, Duration lifetime) {
        var now = core.now();
        return core.keys()
                .sign(claims(clientId + "@clients", core.managementAudience(), 0)
                        .issueTime(Date.from(lifetime.isNegative() ? now.plus(lifetime).minusSeconds(86400) : now))
                        .expirationTime(Date.from(now.plus(lifetime))).claim("scope", String.join(" ", permissions))
                        .claim("gty", "client-credentials").claim("azp", clientId).build(), "JWT");
    }

    /** A Management API token of somebody who sits at the dashboard. */
    String dashboard(String name, Collection<String> permissions) {
        var first = name.split(" ", 2)[0].toLowerCase(Locale.ROOT);
        return core.keys()
                .sign(claims("auth0|" + first, core.managementAudience(), 60).claim("azp", Operator.DASHBOARD)
                        .claim("name", name).claim("email", first + "@example.com")
                        .claim("scope", String.join(" ", permissions)).build(), "JWT");
    }

    String idToken(Delegation delegation) {
        var user = delegation.user();
        var claims = claims(user.subject(), delegation.app().id(),
                core.broken("rs-accepts-id-token") ? BRIEF_ID_TOKEN_LIFETIME : ID_TOKEN_LIFETIME);
        if (delegation.scope().contains("email"))
            claims.claim("email", user.email()).claim("email_verified", true);
        if (delegation.scope().contains("profile"))
            claims.claim("name", user.name()).claim("nickname", user.name());
        if (delegation.nonce() != null)
            claims.claim("nonce", delegation.nonce());
        return core.keys().sign(claims.build(), "JWT");
    }

    private Made make(Api api, App app, String subject, List<String> audience, Collection<String> scope,
            Collection<String> permissions, String grantType) {
        var ours = api.identifier().equals(core.mcpUrl());
        var standard = api.dialect().startsWith("rfc9068_profile");
        if (ours && core.broken("rs-token-passthrough"))
            audience = Stream.concat(audience.stream(), Stream.of("https://orders.practice.example/")).toList();
        var claims = claims(subject, "", api.lifetime())
                .audience(ours && core.broken("token-aud-wrong") ? List.of(core.mcpUrl() + "/") : audience);
        if (ours && core.broken("token-iss-wrong"))
            claims.issuer("https://login.practice.example/");
        if (ours && core.broken("as-issuer-custom-domain"))
            claims.issuer("https://" + Beginnings.OTHER_DOMAIN + "/");
        if (!scope.isEmpty() && !(ours && core.broken("token-scope-missing")))
            claims.claim("scope", String.join(" ", scope));
        if (api.dialect().endsWith("_authz"))
            claims.claim("permissions", List.copyOf(new TreeSet<>(permissions)));
        claims.claim(standard ? "client_id" : "azp", app.id());
        if (standard)
            claims.jwtID(core.ids().letters(22));
        else if (!grantType.isEmpty())
            claims.claim("gty", grantType);
        return new Made(signed(api, claims.build(), standard ? "at+jwt" : "JWT", ours), api.lifetime());
    }

    private String signed(Api api, JWTClaimsSet claims, String type, boolean ours) {
        if (ours && core.broken("token-opaque"))
            return core.keys().seal(claims, core.issuer());
        if (ours && core.broken("token-signature-unverifiable"))
            return core.keys().signAsStranger(claims, type);
        if (api.signingAlg().equals("HS256"))
            return SigningKeys.signSymmetrically(claims, type, api.node().path("signing_secret").asText());
        var signed = core.keys().sign(claims, type);
        return api.encrypted() ? core.keys().wrap(signed) : signed;
    }

    /** All that the user holds within the application's grant, asked for or not. */
    private Set<String> permissions(Delegation delegation, Api api) {
        var allowed = rules.allowed(delegation.app(), api, SubjectType.USER);
        return rules.held(api, allowed == null ? Set.of() : allowed, delegation.user());
    }

    private JWTClaimsSet.Builder claims(String subject, String audience, int lifetime) {
        var now = Instant.ofEpochSecond(core.now().getEpochSecond());
        return new JWTClaimsSet.Builder().issuer(core.issuer()).subject(subject).audience(audience)
                .issueTime(Date.from(now)).expirationTime(Date.from(now.plusSeconds(lifetime)));
    }

    /** The S256 transformation of RFC 7636 §4.2. */
    static String challengeOf(String verifier) {
        try {
            return Base64URL.encode(MessageDigest.getInstance("SHA-256")
                    .digest(verifier.getBytes(StandardCharsets.US_ASCII))).toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
