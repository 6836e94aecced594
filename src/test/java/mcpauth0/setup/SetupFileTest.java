package mcpauth0.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SetupFileTest {

    private static final Setup FULL = Setup.empty().withServer(McpUrl.parse("https://mcp.acme.dev/mcp").orThrow())
            .withResource("https://mcp.acme.dev/mcp").withTenant(TenantDomain.parse("acme.eu.auth0.com").orThrow())
            .withLoginDomain(TenantDomain.parse("login.acme.dev").orThrow())
            .withApi(new Setup.Api("Acme tools", List.of(new Scope("tools:read", "See the tools")), false))
            .withConnections(List.of("google-oauth2", "Username-Password-Authentication")).withDefaultAudience(true)
            .withDynamicRegistration(false).withPage("review");

    @Test
    void whatIsWrittenIsReadAgain() {
        assertThat(SetupFile.read(SetupFile.write(FULL)).orThrow()).isEqualTo(FULL);
        assertThat(SetupFile.read(SetupFile.write(Setup.empty())).orThrow()).isEqualTo(Setup.empty());
    }

    @Test
    void fieldsOfANewerVersionAreKept() {
        var read = SetupFile.read("{\"schema\":1,\"colour\":{\"of\":\"the day\"}}").orThrow();
        assertThat(SetupFile.write(read)).contains("\"colour\"", "the day");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n"})
    void anEmptyFileIsNamed(String text) {
        TypedValuesTest.assertBad(SetupFile.read(text), "setup-empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"schema\":1", "[]", "no json", "{\"schema\":1}}"})
    void aBrokenFileIsNamed(String text) {
        TypedValuesTest.assertBad(SetupFile.read(text), "setup-broken");
    }

    @Test
    void aNewerFormatIsRefusedWithoutTouchingIt() {
        TypedValuesTest.assertBad(SetupFile.read("{\"schema\":2}"), "setup-newer");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{}|schema", "{\"schema\":1,\"server\":\"nonsense\"}|server",
            "{\"schema\":1,\"tenant\":7}|tenant", "{\"schema\":1,\"connections\":\"google\"}|connections",
            "{\"schema\":1,\"api\":{\"scopes\":[{}]}}|api.scopes",
            "{\"schema\":1,\"dynamicRegistration\":\"yes\"}|dynamicRegistration"})
    void aFieldThatCannotBeUsedIsNamed(String text, String field) {
        TypedValuesTest.assertBad(SetupFile.read(text), "setup-field");
        assertThat(((Parsed.Bad<Setup>) SetupFile.read(text)).values()).containsExactly(field);
    }

    @Test
    void theIssuerIsThatOfTheDomainPeopleSignInOn() {
        assertThat(FULL.issuer()).isEqualTo("https://login.acme.dev/");
        assertThat(FULL.withLoginDomain(null).issuer()).isEqualTo("https://acme.eu.auth0.com/");
    }

    @Test
    void theAudienceIsTheServersOwnWord() {
        assertThat(FULL.withResource("https://mcp.acme.dev/mcp/").audience()).isEqualTo("https://mcp.acme.dev/mcp/");
        assertThat(FULL.withResource(null).audience()).isEqualTo("https://mcp.acme.dev/mcp");
    }
}
