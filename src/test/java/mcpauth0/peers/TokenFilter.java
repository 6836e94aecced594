package mcpauth0.peers;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lets in who has a good token for this server with its scope, and tells others where to get one (RFC 6750, RFC 9728). */
final class TokenFilter extends HttpFilter {

    static final String SCOPE = "mcp:use";

    private static final long serialVersionUID = 1;
    private static final int PATIENCE = 5_000;
    private static final int MOST = 100_000;
    private static final Pattern BEARER = Pattern.compile("(?i)Bearer +(\\S+)");

    private final transient DefaultJWTProcessor<SecurityContext> tokens = new DefaultJWTProcessor<>();
    private final String metadata;

    TokenFilter(JavaServer.Options options, String url, String metadata) throws MalformedURLException {
        this.metadata = metadata;
        var keys = JWKSourceBuilder.create(URI.create(options.issuer() + ".well-known/jwks.json").toURL(),
                new DefaultResourceRetriever(PATIENCE, PATIENCE, MOST, false, options.sockets())).build();
        tokens.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt"), JOSEObjectType.JWT, null));
        tokens.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
        tokens.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(options.careful() ? url : null,
                new JWTClaimsSet.Builder().issuer(options.issuer()).build(), Set.of("exp", "sub", "aud")));
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var header = request.getHeader("Authorization");
        var bearer = BEARER.matcher(header == null ? "" : header);
        if (!bearer.matches()) {
            refuse(response, 401, null);
            return;
        }
        try {
            var claims = tokens.process(bearer.group(1), null);
            if (!scopes(claims).contains(SCOPE)) {
                refuse(response, 403, "insufficient_scope");
                return;
            }
            request.setAttribute("claims", claims);
        } catch (ParseException | BadJOSEException | JOSEException _) {
            refuse(response, 401, "invalid_token");
            return;
        }
        chain.doFilter(request, response);
    }

    private static Set<String> scopes(JWTClaimsSet claims) throws ParseException {
        var scope = claims.getStringClaim("scope");
        return scope == null ? Set.of() : Set.copyOf(Arrays.asList(scope.split(" ")));
    }

    private void refuse(HttpServletResponse response, int status, @Nullable String error) {
        response.setStatus(status);
        response.setHeader("WWW-Authenticate", "Bearer " + (error == null ? "" : "error=\"" + error + "\", ")
                + "resource_metadata=\"" + metadata + "\", scope=\"" + SCOPE + "\"");
    }
}
