package mcpauth0.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mcpauth0.oauth.WellKnown.Candidate;
import mcpauth0.setup.McpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where documents are looked for. */
class WellKnownTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
        https://h/mcp          , https://h/.well-known/oauth-protected-resource/mcp
        https://h:8443/a/b     , https://h:8443/.well-known/oauth-protected-resource/a/b
        https://h/mcp/         , https://h/.well-known/oauth-protected-resource/mcp/
        https://h/mcp?t=1      , https://h/.well-known/oauth-protected-resource/mcp?t=1
        https://h/?t=1         , https://h/.well-known/oauth-protected-resource?t=1
        https://h/%C3%A9       , https://h/.well-known/oauth-protected-resource/%C3%A9
        """)
    void pathAndQueryOfTheServerComeBehindTheWellKnownPart(String server, String expected) {
        var found = urls(WellKnown.resource(McpUrl.parse(server).orThrow()));
        assertThat(found.getFirst()).isEqualTo(expected);
        assertThat(found.getLast()).endsWith("/.well-known/oauth-protected-resource").hasSizeLessThan(60);
        assertThat(found).hasSize(2);
    }

    @Test
    void aServerWithoutPathHasOneAddress() {
        for (var server : List.of("https://h", "https://h/"))
            assertThat(urls(WellKnown.resource(McpUrl.parse(server).orThrow())))
                    .containsExactly("https://h/.well-known/oauth-protected-resource");
    }

    @Test
    void anIssuerWithoutPathIsAskedAtItsRoot() {
        for (var issuer : List.of("https://t.us.auth0.com", "https://t.us.auth0.com/"))
            assertThat(urls(WellKnown.server(issuer))).containsExactly(
                    "https://t.us.auth0.com/.well-known/oauth-authorization-server",
                    "https://t.us.auth0.com/.well-known/openid-configuration");
    }

    @Test
    void anIssuerWithPathIsAskedInThreePlaces() {
        for (var issuer : List.of("https://as:444/t1", "https://as:444/t1/"))
            assertThat(urls(WellKnown.server(issuer))).containsExactly(
                    "https://as:444/.well-known/oauth-authorization-server/t1",
                    "https://as:444/.well-known/openid-configuration/t1",
                    "https://as:444/t1/.well-known/openid-configuration");
    }

    @Test
    void whatIsNoAddressIsAskedNowhere() {
        for (var issuer : List.of("", "auth0", "ftp://h", "https://", "http://a b", "//h/x"))
            assertThat(WellKnown.server(issuer)).isEmpty();
    }

    private static List<String> urls(List<Candidate> candidates) {
        return candidates.stream().map(Candidate::url).toList();
    }
}
