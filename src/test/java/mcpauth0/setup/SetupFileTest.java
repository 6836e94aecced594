package mcpauth0.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mcpauth0.setup.TokenSettings.Dialect;
import mcpauth0.setup.TokenSettings.Signing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SetupFileTest {

    private static final Setup FULL = Setup.empty().withServer(McpUrl.parse("https://mcp.acme.dev/mcp").orThrow())
            .withResource("https://mcp.acme.dev/mcp").withTenant(TenantDomain.parse("acme.eu.auth0.com").orThrow())
            .withLoginDomain(TenantDomain.parse("login.acme.dev").orThrow())
            .withApi(new Setup.Api("Acme tools", List.of(new Scope("tools:read", "See the tools")), false,
                    new TokenSettings(Signing.RS512, Dialect.ACCESS_TOKEN, true, 3600, 600), "https://mcp.acme.dev",
                    true))
            .withConnections(List.of("google-oauth2", "Username-Password-Authentication")).withDefaultAudience(true)
            .withRegistration(
                    new Registration(false, true, List.of("https://claude.ai/oauth/mcp-oauth-client-metadata"),
                            List.of(new Registration.Application("claude", "Claude",
                                    List.of("https://claude.ai/api/mcp/auth_callback"), true))))
            .withRoles(List.of(new Role("Readers", "May look", List.of("tools:read"), List.of("ann@acme.dev"))))
            .withPage("review");

    @Test
    void whatIsWrittenIsReadAgain() {
        assertThat(SetupFile.read(SetupFile.write(FULL)).orThrow()).isEqualTo(FULL);
        assertThat(SetupFile.read(SetupFile.write(Setup.empty())).orThrow()).isEqualTo(Setup.empty());
    }

    @Test
    void aFileOfTheFirstVersionIsReadAndTheRestTakesItsDefaults() {
        var read = SetupFile.read("""
            {"schema":1,"server":"https://mcp.acme.dev/mcp","api":{"name":"Acme","scopes":[{"value":"tools:read"}],
             "offlineAccess":false},"connections":["google-oauth2"],"defaultAudience":true,"dynamicRegistration":false}
            """).orThrow();
        assertThat(read).isEqualTo(Setup.empty().withServer(McpUrl.parse("https://mcp.acme.dev/mcp").orThrow())
                .withApi(new Setup.Api("Acme", List.of(new Scope("tools:read", "")), false))
                .withConnections(List.of("google-oauth2")).withDefaultAudience(true).withDynamicRegistration(false));
        assertThat(read.api().tokens()).isEqualTo(TokenSettings.PLAIN);
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
            "{\"schema\":1,\"api\":{\"scopes\":[{}]}}|api.scopes.value",
            "{\"schema\":1,\"dynamicRegistration\":\"yes\"}|dynamicRegistration",
            "{\"schema\":1,\"api\":{\"tokenLifetime\":2592001}}|api.tokenLifetime",
            "{\"schema\":1,\"api\":{\"signingAlgorithm\":\"HS256\"}}|api.signingAlgorithm",
            "{\"schema\":1,\"api\":{\"tokenDialect\":\"own\"}}|api.tokenDialect",
            "{\"schema\":1,\"api\":7}|api",
            "{\"schema\":1,\"registration\":{\"documents\":[1]}}|registration.documents",
            "{\"schema\":1,\"registration\":{\"applications\":[{\"client\":\"claude\"}]}}|registration.applications.name",
            "{\"schema\":1,\"roles\":[{}]}|roles.name"})
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
