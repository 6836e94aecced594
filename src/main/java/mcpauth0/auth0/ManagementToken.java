package mcpauth0.auth0;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mcpauth0.auth0.ManagementAccess.Entry.Closed;
import mcpauth0.setup.Secret;
import mcpauth0.setup.TenantDomain;

/**
 * Reads a Management API token without asking anyone. Its signature is not looked into: the tenant does that, and a token
 * that lies about its tenant is never sent.
 */
final class ManagementToken {

    private static final int SHORTEST_RSA_SIGNATURE = 256;

    sealed interface Examined {
    }

    /** Meant for this tenant's Management API; whether it has run out is for the caller to say. */
    record Good(Secret token, Set<String> permissions, Instant expires) implements Examined {
        Good {
            permissions = Set.copyOf(permissions);
        }

        Good until(Instant other) {
            return new Good(token, permissions, other);
        }
    }

    record Bad(Closed reason) implements Examined {
    }

    private ManagementToken() {
    }

    /** @param pasted may have line breaks in it, as terminals put them, and {@code Bearer} or quotes around it */
    static Examined examine(String pasted, TenantDomain domain) {
        var text = pasted.replaceFirst("(?i)^\\s*(?:authorization:\\s*)?bearer\\s+", "").replaceAll("[\\s\"']", "");
        var parts = text.split("\\.", -1);
        if (parts.length == 5 || !text.startsWith("eyJ"))
            return bad("opaque");
        try {
            var jwt = SignedJWT.parse(text);
            if (jwt.getSignature().decode().length < SHORTEST_RSA_SIGNATURE)
                return bad("truncated");
            return examine(text, jwt.getJWTClaimsSet(), domain);
        } catch (ParseException e) {
            return bad(encrypted(parts[0]) ? "opaque" : "truncated");
        }
    }

    private static boolean encrypted(String header) {
        return new Base64URL(header).decodeToString().contains("\"enc\"");
    }

    private static Examined examine(String text, JWTClaimsSet claims, TenantDomain domain) throws ParseException {
        var issuer = String.valueOf(claims.getIssuer());
        var canonical = claims.getAudience().stream().filter(audience -> audience.endsWith("/api/v2/")).findFirst();
        if (!issuer.equals(domain.issuer())) {
            var other = host(issuer);
            return bad(domain.custom() && canonical.isPresent() ? "custom-domain" : "other-tenant", domain.value(),
                    other);
        }
        if (!claims.getAudience().contains(domain.managementAudience()))
            return bad("other-audience", domain.managementAudience(), String.join(", ", claims.getAudience()));
        if (claims.getExpirationTime() == null)
            return bad("opaque");
        var permissions = new TreeSet<String>();
        var scope = claims.getStringClaim("scope");
        if (scope != null && !scope.isBlank())
            permissions.addAll(List.of(scope.strip().split("\\s+")));
        return new Good(Secret.of(text), permissions, claims.getExpirationTime().toInstant());
    }

    private static String host(String issuer) {
        try {
            var host = URI.create(issuer).getAuthority();
            return host == null ? issuer : host;
        } catch (IllegalArgumentException e) {
            return issuer;
        }
    }

    private static Bad bad(String id, String... values) {
        return new Bad(ManagementAccess.closed(id, values));
    }
}
