package mcpauth0.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    private static final String JWT = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJtYXJrZWQifQ.c2lnbmF0dXJl";

    @ParameterizedTest
    @CsvSource({"Authorization,Bearer marked,Bearer •••", "authorization,Basic bWFya2Vk,Basic •••",
            "Cookie,a=marked,•••", "Set-Cookie,auth0=marked; Secure,•••", "Mcp-Session-Id,marked,•••",
            "Location,https://a/cb?code=marked&state=marked&iss=x,https://a/cb?code=•••&state=•••&iss=x",
            "X-Request-Id,42,42"})
    void headersLoseTheirSecrets(String name, String value, String shown) {
        assertThat(Redaction.header(new Header(name, value)).value()).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"access_token\":\"marked\",\"expires_in\":1}",
            "{\"a\":[{\"client_secret\":\"marked\"}]}",
            "grant_type=authorization_code&code=marked&code_verifier=marked", "{\"Refresh_Token\":\"marked\"}"})
    void bodiesLoseTheirSecrets(String body) {
        assertThat(Redaction.body(body.getBytes(StandardCharsets.UTF_8))).doesNotContain("marked").contains("•••");
    }

    @ParameterizedTest
    @ValueSource(strings = {"token %s refused", "{\"message\":\"got %s\"}", "https://a/mcp/%s", "<p>%s</p>"})
    void aTokenIsFoundWhereverItStands(String around) {
        var text = around.formatted(JWT);
        assertThat(Redaction.text(text)).doesNotContain("eyJ");
        assertThat(Redaction.body(text.getBytes(StandardCharsets.UTF_8))).doesNotContain("eyJ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%sb", "{\"message\":\"%s\"}", "<p>%s</p>"})
    void whatMovesHidesOrTurnsAroundIsMadeVisible(String around) {
        var hostile = around.formatted("\u001b[2J\u202e\u009b31m\u2028\u200b\ud800");
        for (var shown : List.of(Redaction.text(hostile), Redaction.line(hostile), Redaction.value(hostile),
                Redaction.header(new Header("X-A", hostile)).value()))
            assertThat(shown).contains("\\u001b[2J\\u202e\\u009b31m\\u2028\\u200b").matches("\\p{Graph}*");
        assertThat(Redaction.body(hostile.getBytes(StandardCharsets.UTF_8))).contains("\\u202e\\u009b31m\\u2028");
        assertThat(Redaction.text("a\n\tb\r\nc")).isEqualTo("a\n\tb\r\nc");
    }

    @Test
    void tokensAreLookedForInLinearTime() {
        var beginnings = "eyJ".repeat(300_000);
        assertTimeoutPreemptively(Duration.ofSeconds(5),
                () -> assertThat(Redaction.text(beginnings + " " + JWT)).isEqualTo(beginnings + " •••"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"resource\":\"https://mcp.example/mcp\"}", "codes=1"})
    void whatIsNoSecretStays(String body) {
        assertThat(Redaction.body(body.getBytes(StandardCharsets.UTF_8))).contains(body.contains("codes")
                ? "codes=1"
                : "https://mcp.example/mcp");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Authorization: Bearer abc123DEF456 was refused | Authorization: Bearer ••• was refused",
            "authorization: basic bWFya2VkOjEyMw== | authorization: basic •••",
            "WWW-Authenticate: Bearer resource_metadata2=\"https://a/b\" | WWW-Authenticate: Bearer resource_metadata2=\"https://a/b\"",
            "Bearer error=\"invalid_token\" | Bearer error=\"invalid_token\"",
            "the bearer authentication failed | the bearer authentication failed"})
    void whatStandsBehindASchemeIsTakenOutAndItsParametersStay(String text, String shown) {
        assertThat(Redaction.text(text)).isEqualTo(shown);
    }
}
