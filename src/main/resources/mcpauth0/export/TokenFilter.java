// «note:head»
// com.nimbusds:nimbus-jose-jwt:10, io.modelcontextprotocol.sdk:mcp:2, jakarta.servlet:jakarta.servlet-api:6

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

// «note:filter»
public final class TokenFilter extends HttpFilter {

    // «note:issuer»
    private static final String ISSUER = «issuer»;
    // «note:jwks»
    private static final String JWKS_URI = «jwks»;
    // «note:algorithm»
    private static final JWSAlgorithm ALGORITHM = JWSAlgorithm.parse(«algorithm»);
    // «note:audience»
    private static final String AUDIENCE = «audience»;
    // «note:scopes»
    private static final List<String> SCOPES = List.of(«scopes»);
    // «note:required»
    private static final List<String> REQUIRED = SCOPES;
    // «note:metadata»
    private static final String METADATA_URL = «metadata»;
    // «note:metadata-paths»
    private static final List<String> METADATA_PATHS = List.of(«metadata-paths»);
    // «note:document»
    private static final String METADATA = «document»;
    // «note:browsers»
    private static final List<String> BROWSERS = List.of(«browsers»);

    private static final Pattern BEARER = Pattern.compile("(?i)Bearer +(\\S+)");

    private final DefaultJWTProcessor<SecurityContext> tokens = new DefaultJWTProcessor<>();

    public TokenFilter() throws MalformedURLException {
        var keys = JWKSourceBuilder.create(URI.create(JWKS_URI).toURL()).build();
        tokens.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt"), JOSEObjectType.JWT, null));
        tokens.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHM, keys));
        tokens.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(AUDIENCE,
                new JWTClaimsSet.Builder().issuer(ISSUER).build(), Set.of("exp", "sub", "aud")));
    }

    // «note:register»
    public static void register(ServletContext context) throws MalformedURLException {
        var filter = context.addFilter("tokens", new TokenFilter());
        filter.setAsyncSupported(true);
        filter.addMappingForUrlPatterns(null, false, "/*");
        context.addServlet("metadata", new HttpServlet() {
        }).addMapping(METADATA_PATHS.toArray(new String[0]));
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean open = METADATA_PATHS.contains(request.getRequestURI());
        String from = request.getHeader("Origin");
        if (!open && from != null && !BROWSERS.contains(from)) {
            response.setStatus(403);
            return;
        }
        if (from != null)
            allow(response, open ? "*" : from);
        if (request.getMethod().equals("OPTIONS"))
            response.setStatus(204);
        else if (open)
            publish(response);
        else
            guard(request, response, chain);
    }

    private static void allow(HttpServletResponse response, String origin) {
        response.setHeader("Access-Control-Allow-Origin", origin);
        response.setHeader("Vary", "Origin");
        response.setHeader("Access-Control-Allow-Methods", "GET, POST, DELETE, OPTIONS");
        response.setHeader("Access-Control-Allow-Headers", "Authorization, Content-Type, Accept, Last-Event-ID, "
                + "Mcp-Session-Id, MCP-Protocol-Version, Mcp-Method, Mcp-Name");
        response.setHeader("Access-Control-Expose-Headers", "WWW-Authenticate, Mcp-Session-Id");
    }

    private static void publish(HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(METADATA);
    }

    private void guard(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String header = request.getHeader("Authorization");
        var bearer = BEARER.matcher(header == null ? "" : header);
        if (!bearer.matches()) {
            refuse(response, 401, "");
            return;
        }
        try {
            JWTClaimsSet claims = tokens.process(bearer.group(1), null);
            String scope = claims.getStringClaim("scope");
            if (!List.of(scope == null ? new String[0] : scope.split(" ")).containsAll(REQUIRED)) {
                refuse(response, 403, "error=\"insufficient_scope\", ");
                return;
            }
            request.setAttribute("claims", claims);
        } catch (ParseException | BadJOSEException | RateLimitReachedException e) {
            refuse(response, 401, "error=\"invalid_token\", ");
            return;
        } catch (JOSEException e) {
            // «note:keys-away»
            response.setStatus(503);
            return;
        }
        chain.doFilter(request, new EarlyHead(response));
    }

    private static void refuse(HttpServletResponse response, int status, String error) {
        response.setStatus(status);
        response.setHeader("WWW-Authenticate", "Bearer " + error + "resource_metadata=\"" + METADATA_URL
                + "\", scope=\"" + String.join(" ", REQUIRED) + "\"");
    }

    // «note:early»
    private static final class EarlyHead extends HttpServletResponseWrapper {

        EarlyHead(HttpServletResponse response) {
            super(response);
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            PrintWriter writer = super.getWriter();
            if (getContentType() != null && getContentType().startsWith("text/event-stream"))
                flushBuffer();
            return writer;
        }
    }
}
