package mcpauth0.export;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import mcpauth0.setup.McpUrl;
import mcpauth0.setup.Parsed;
import mcpauth0.setup.Setup;
import mcpauth0.setup.TokenSettings;

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
                setup.api().scopeValues(), ResourceMetadata.address(addressed(audience, server.uri()))));
    }

    /** An identifier that is no web address leaves the server's. */
    private static URI addressed(String audience, URI server) {
        try {
            var uri = new URI(audience);
            return uri.getHost() == null ? server : uri;
        } catch (URISyntaxException e) {
            return server;
        }
    }

    /** How the API's tokens are signed; what is not chosen is Auth0's own choice. */
    public String algorithm() {
        var chosen = setup.api().tokens().signing();
        return (chosen == null ? TokenSettings.Signing.RS256 : chosen).name();
    }

    /** Where clients call the server, on its own origin. */
    String path() {
        var path = URI.create(server).getRawPath();
        return path == null || path.isEmpty() ? "/" : path;
    }

    /** Host and port as a request names them. */
    String authority() {
        return URI.create(server).getRawAuthority();
    }

    String host() {
        return URI.create(server).getHost();
    }

    /** Origins of pages that may call it: its own, and the MCP Inspector's (2.12). */
    List<String> browsers() {
        return List.of(McpUrl.originOf(URI.create(server)), "http://localhost:6274");
    }

    /** What the server calls itself. */
    String name() {
        var name = setup.api().name();
        return name.isBlank() ? host() : name;
    }
}
