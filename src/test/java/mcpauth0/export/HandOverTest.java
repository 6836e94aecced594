package mcpauth0.export;

import static org.assertj.core.api.Assertions.assertThat;

import mcpauth0.setup.McpUrl;
import mcpauth0.setup.Parsed;
import mcpauth0.setup.Setup;
import mcpauth0.setup.TenantDomain;
import mcpauth0.text.Texts;
import org.junit.jupiter.api.Test;

class HandOverTest {

    private static final Setup SETUP = Setup.empty()
            .withServer(McpUrl.parse("https://mcp.example.com/mcp").orThrow())
            .withTenant(TenantDomain.parse("acme.eu.auth0.com").orThrow());

    @Test
    void theEnvFileHasWhatTheServerNeeds() {
        var text = Exports.named("env").orElseThrow().write(HandOver.of(SETUP).orThrow(), Texts.english());

        assertThat(text.lines().filter(line -> !line.startsWith("#") && !line.isEmpty())).containsExactly(
                "MCP_AUTH_ISSUER=https://acme.eu.auth0.com/",
                "MCP_AUTH_JWKS_URI=https://acme.eu.auth0.com/.well-known/jwks.json", "MCP_AUTH_ALGORITHM=RS256",
                "MCP_AUTH_AUDIENCE=https://mcp.example.com/mcp", "MCP_AUTH_SCOPES=mcp:use",
                "MCP_AUTH_REQUIRED_SCOPES=mcp:use",
                "MCP_AUTH_RESOURCE_METADATA_URL=https://mcp.example.com/.well-known/oauth-protected-resource/mcp",
                "MCP_AUTH_RESOURCE_METADATA_PATHS=/.well-known/oauth-protected-resource/mcp,/.well-known/oauth-protected-resource",
                "MCP_AUTH_RESOURCE_METADATA='{\"resource\":\"https://mcp.example.com/mcp\","
                        + "\"authorization_servers\":[\"https://acme.eu.auth0.com/\"],"
                        + "\"scopes_supported\":[\"mcp:use\"],\"bearer_methods_supported\":[\"header\"]}'",
                "MCP_AUTH_CHALLENGE='Bearer resource_metadata="
                        + "\"https://mcp.example.com/.well-known/oauth-protected-resource/mcp\", scope=\"mcp:use\"'",
                "MCP_AUTH_ALLOWED_ORIGINS=https://mcp.example.com,http://localhost:6274");
    }

    @Test
    void theLoginDomainDecidesTheIssuer() {
        var facts = HandOver.of(SETUP.withLoginDomain(TenantDomain.parse("login.example.com").orThrow())).orThrow();

        assertThat(facts.issuer()).isEqualTo("https://login.example.com/");
        assertThat(facts.jwksUri()).isEqualTo("https://login.example.com/.well-known/jwks.json");
    }

    @Test
    void theServersOwnNameIsTheAudience() {
        var facts = HandOver.of(SETUP.withResource("https://mcp.example.com")).orThrow();

        assertThat(facts.audience()).isEqualTo("https://mcp.example.com");
        assertThat(facts.resourceMetadataUrl())
                .isEqualTo("https://mcp.example.com/.well-known/oauth-protected-resource");
    }

    @Test
    void noValueCanBreakOutOfItsQuotes() {
        var facts = HandOver.of(SETUP.withResource("urn:'x\"\n$(touch /tmp/x)`y`\\")).orThrow();

        var text = Exports.named("env").orElseThrow().write(facts, Texts.english());

        assertThat(text).contains("MCP_AUTH_AUDIENCE=\"urn:'x\\\" \\$(touch /tmp/x)\\`y\\`\\\\\"");
    }

    @Test
    void aSetUpWithoutAServerCannotBeHandedOver() {
        assertThat(HandOver.of(Setup.empty())).isInstanceOf(Parsed.Bad.class);
    }
}
