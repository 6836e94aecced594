// «note:head»
// org.springframework.boot:spring-boot-starter-oauth2-resource-server
// «note:settings-spring»

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

// «note:filter»
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(McpSecurity.Settings.class)
public class McpSecurity {

    @ConfigurationProperties("mcp.auth")
    public record Settings(List<String> scopes, List<String> required, String metadataUrl, List<String> metadataPaths,
            @DefaultValue List<String> browsers) {
    }

    private static final String JWT = "spring.security.oauth2.resourceserver.jwt.";

    @Bean
    SecurityFilterChain mcpFilterChain(HttpSecurity http, Settings settings) throws Exception {
        String[] open = settings.metadataPaths().toArray(new String[0]);
        return http.csrf(AbstractHttpConfigurer::disable).cors(Customizer.withDefaults())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.requestMatchers(open).permitAll()
                        .anyRequest().access(allOf(settings.required())))
                .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults())
                        .authenticationEntryPoint((request, response, failure) -> refuse(response, 401,
                                failure instanceof InvalidBearerTokenException ? "error=\"invalid_token\", " : "",
                                settings))
                        .accessDeniedHandler((request, response, denied) -> refuse(response, 403,
                                "error=\"insufficient_scope\", ", settings)))
                .addFilterBefore(keysAway(), BearerTokenAuthenticationFilter.class).build();
    }

    // «note:keys-away»
    private static Filter keysAway() {
        return (request, response, chain) -> {
            try {
                chain.doFilter(request, response);
            } catch (AuthenticationServiceException e) {
                ((HttpServletResponse) response).setStatus(503);
            }
        };
    }

    private static AuthorizationManager<RequestAuthorizationContext> allOf(List<String> scopes) {
        var needed = new ArrayList<AuthorizationManager<RequestAuthorizationContext>>();
        needed.add(org.springframework.security.authorization.AuthenticatedAuthorizationManager.authenticated());
        scopes.forEach(scope -> needed.add(AuthorityAuthorizationManager.hasAuthority("SCOPE_" + scope)));
        return AuthorizationManagers.allOf(needed.toArray(AuthorizationManager[]::new));
    }

    private static void refuse(HttpServletResponse response, int status, String error, Settings settings) {
        response.setStatus(status);
        response.setHeader("WWW-Authenticate", "Bearer " + error + "resource_metadata=\"" + settings.metadataUrl()
                + "\", scope=\"" + String.join(" ", settings.required()) + "\"");
    }

    // «note:spring-types»
    @Bean
    JwtDecoder jwtDecoder(@Value("${" + JWT + "issuer-uri}") String issuer,
            @Value("${" + JWT + "jwk-set-uri}") String keys, @Value("${" + JWT + "jws-algorithms[0]}") String algorithm,
            @Value("${" + JWT + "audiences[0]}") String audience) {
        var decoder = NimbusJwtDecoder.withJwkSetUri(keys).jwsAlgorithm(SignatureAlgorithm.from(algorithm))
                .jwtProcessorCustomizer(processor -> processor.setJWSTypeVerifier(
                        new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt"), JOSEObjectType.JWT, null)))
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(),
                new JwtIssuerValidator(issuer),
                new JwtClaimValidator<List<String>>("aud", given -> given != null && given.contains(audience)),
                new JwtClaimValidator<Object>("exp", given -> given != null),
                new JwtClaimValidator<Object>("sub", given -> given != null)));
        return decoder;
    }

    // «note:document»
    @Bean
    RouterFunction<ServerResponse> mcpMetadata(Settings settings, @Value("${" + JWT + "issuer-uri}") String issuer,
            @Value("${" + JWT + "audiences[0]}") String audience) {
        var document = Map.of("resource", audience, "authorization_servers", List.of(issuer), "scopes_supported",
                settings.scopes(), "bearer_methods_supported", List.of("header"));
        var routes = RouterFunctions.route();
        settings.metadataPaths().forEach(path -> routes.GET(path,
                request -> ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).body(document)));
        return routes.build();
    }

    @Bean
    CorsConfigurationSource corsConfigurationSource(Settings settings) {
        var anybody = new CorsConfiguration();
        anybody.addAllowedOrigin("*");
        anybody.setAllowedMethods(List.of("GET", "OPTIONS"));
        anybody.addAllowedHeader("*");
        var browsers = new CorsConfiguration();
        browsers.setAllowedOrigins(settings.browsers());
        browsers.setAllowedMethods(List.of("GET", "POST", "DELETE", "OPTIONS"));
        browsers.setAllowedHeaders(List.of("Authorization", "Content-Type", "Accept", "Last-Event-ID",
                "Mcp-Session-Id", "MCP-Protocol-Version", "Mcp-Method", "Mcp-Name"));
        browsers.setExposedHeaders(List.of("WWW-Authenticate", "Mcp-Session-Id"));
        var source = new UrlBasedCorsConfigurationSource();
        settings.metadataPaths().forEach(path -> source.registerCorsConfiguration(path, anybody));
        source.registerCorsConfiguration("/**", browsers);
        return source;
    }
}
