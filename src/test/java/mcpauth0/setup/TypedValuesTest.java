package mcpauth0.setup;

import static org.assertj.core.api.Assertions.assertThat;

import mcpauth0.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedValuesTest {

    private static final Texts TEXTS = Texts.english();

    @ParameterizedTest
    @CsvSource({"'',server-empty", "mcp.example.com/mcp,server-no-scheme", "ftp://mcp.example.com/,server-scheme",
            "https://,server-not-a-url", "https://a b/mcp,server-not-a-url", "https:///mcp,server-not-a-url",
            "https://me:pw@example.com/mcp,server-credentials", "https://example.com/mcp#top,server-fragment",
            "https://example.com:99999/mcp,server-not-a-url"})
    void anAddressThatCannotBeUsedIsNamedInWords(String typed, String id) {
        assertBad(McpUrl.parse(typed), id);
    }

    @Test
    void theAddressStaysAsItWasTypedButForTheSpaceAroundIt() {
        var url = McpUrl.parse("  https://MCP.Example.com/Mcp/  ").orThrow();
        assertThat(url.value()).isEqualTo("https://MCP.Example.com/Mcp/");
        assertThat(url.origin()).isEqualTo("https://mcp.example.com");
        assertThat(url.port()).isEqualTo(443);
    }

    @ParameterizedTest
    @CsvSource({"https://a.example/,true", "https://a.example,true", "https://a.example/mcp,false"})
    void aBareOriginIsTold(String typed, boolean bare) {
        assertThat(McpUrl.parse(typed).orThrow().bareOrigin()).isEqualTo(bare);
    }

    @ParameterizedTest
    @CsvSource({"https://a.example:443/mcp,https://a.example", "http://a.example:80,http://a.example",
            "https://a.example:8443/x,https://a.example:8443"})
    void anOriginHasNoDefaultPort(String typed, String origin) {
        assertThat(McpUrl.parse(typed).orThrow().origin()).isEqualTo(origin);
    }

    @ParameterizedTest
    @CsvSource({"acme.eu.auth0.com", "https://acme.eu.auth0.com", "https://acme.eu.auth0.com/", "ACME.eu.Auth0.com ",
            "acme.eu.auth0.com/api/v2/"})
    void aTenantIsShownInItsNormalForm(String typed) {
        var domain = TenantDomain.parse(typed).orThrow();
        assertThat(domain.value()).isEqualTo("acme.eu.auth0.com");
        assertThat(domain.issuer()).isEqualTo("https://acme.eu.auth0.com/");
        assertThat(domain.managementAudience()).isEqualTo("https://acme.eu.auth0.com/api/v2/");
        assertThat(domain.custom()).isFalse();
        assertThat(domain.shortName()).isEqualTo("acme");
    }

    @ParameterizedTest
    @CsvSource({"'',tenant-empty", "acme,tenant-no-domain", "ac me.auth0.com,tenant-not-a-domain",
            "manage.auth0.com,tenant-dashboard", "-acme.auth0.com,tenant-not-a-domain"})
    void aTenantThatCannotBeUsedIsNamedInWords(String typed, String id) {
        assertBad(TenantDomain.parse(typed), id);
    }

    @Test
    void aCustomDomainIsAcceptedAndTold() {
        assertThat(TenantDomain.parse("login.acme.com").orThrow().custom()).isTrue();
        assertThat(TenantDomain.parse("localhost:8443").orThrow().custom()).isFalse();
    }

    @Test
    void aSecretShowsOnlyDots() {
        assertThat(Secret.of(" s3cr3t\n")).hasToString("••••••••").isEqualTo(Secret.of("s3cr3t"));
    }

    static void assertBad(Parsed<?> parsed, String id) {
        assertThat(parsed).isInstanceOf(Parsed.Bad.class);
        var bad = (Parsed.Bad<?>) parsed;
        assertThat(bad.id()).isEqualTo(id);
        for (var part : new String[]{"problem", "cause", "cure"})
            assertThat(TEXTS.get("input." + id + "." + part, bad.values())).isNotBlank().doesNotContain("{");
    }
}
