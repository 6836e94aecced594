package mcpauth0.export;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import mcpauth0.setup.Parsed;
import mcpauth0.setup.Setup;
import org.jspecify.annotations.Nullable;

/**
 * What a server must be told to accept the tokens of its tenant, and nothing that is secret.
 *
 * @param setup where the facts come from
 * @param server the address that clients call
 * @param issuer {@code iss} of the tokens, with Auth0's slash at the end
 * @param jwksUri where the issuer's keys are
 * @param audience {@code aud} of the tokens: the API identifier
 * @param scopes what the API grants; the server advertises them
 * @param resourceMetadataUrl where the server publishes its protected resource metadata (RFC 9728 §3.1)
 */
public record HandOver(Setup setup, String server, String issuer, String jwksUri, String audience, List<String> scopes,
        String resourceMetadataUrl) {

    public HandOver {
        scopes = List.copyOf(scopes);
    }

    /** Problems: {@code setup-field} while the server or the tenant is not chosen. */
    public static Parsed<HandOver> of(Setup setup) {
        var server = setup.server();
        var issuer = setup.issuer();
        var audience = setup.audience();
        if (server == null || audience == null)
            return Parsed.bad("setup-field", "server");
        if (issuer == null)
            return Parsed.bad("setup-field", "tenant");
        return Parsed.good(new HandOver(setup, server.value(), issuer, issuer + ".well-known/jwks.json", audience,
                setup.api().scopeValues(), metadataOf(webAddress(audience), server.uri())));
    }

    private static @Nullable URI webAddress(String audience) {
        try {
            var uri = new URI(audience);
            return uri.getHost() == null ? null : uri;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** The well-known part goes between host and path; an identifier that is no web address leaves the server's. */
    private static String metadataOf(@Nullable URI resource, URI server) {
        var uri = resource == null ? server : resource;
        var path = uri.getRawPath() == null || uri.getRawPath().equals("/") ? "" : uri.getRawPath();
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return uri.getScheme() + "://" + uri.getRawAuthority() + "/.well-known/oauth-protected-resource" + path + query;
    }
}
