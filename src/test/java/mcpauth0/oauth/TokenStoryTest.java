package mcpauth0.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.Base64URL;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import mcpauth0.http.Json;
import mcpauth0.http.Request;
import mcpauth0.setup.Secret;
import mcpauth0.text.Texts;
import org.junit.jupiter.api.Test;

class TokenStoryTest {

    private static final Instant NOW = Instant.parse("2026-08-01T12:00:00Z");

    private static List<String> told(String claims, String answer, String... requested) throws IOException {
        return story("e30." + Base64URL.encode(claims) + ".c2ln", answer, requested);
    }

    private static List<String> story(String token, String answer, String... requested) throws IOException {
        try (var script = new Script()) {
            var exchange = script.http().send(Request.get(script.url("/")));
            var json = Json.parse(answer).orElseThrow();
            var tokens = new Tokens(AccessToken.of(Secret.of(token)),
                    json.has("refresh_token") ? Secret.of("r") : null, null, "Bearer", null,
                    Fields.text(json, "scope"), List.of(requested), Json.object(), exchange);
            return TokenStory.of(tokens, NOW).sentences().stream()
                    .map(sentence -> sentence.id() + " " + String.join("|", sentence.values())).toList();
        }
    }

    @Test
    void aPersonWithAllThatCanBeSaid() throws IOException {
        assertThat(told("""
            {"iss":"https://t/","sub":"google-oauth2|1","name":"Ada","aud":["https://m","https://t/userinfo"],
            "azp":"c","exp":1785589200,"scope":"a b","permissions":["p"]}""",
                "{\"refresh_token\":\"r\",\"scope\":\"a b\"}", "a", "b", "x")).containsExactly(
                        "named-person Ada|google-oauth2|1", "connection-google-oauth2 ", "client c",
                        "issuer https://t/", "audience https://m, https://t/userinfo", "scopes a, b", "permissions p",
                        "not-granted x", "until 2026-08-01T13:00:00Z", "renewable ");
    }

    @Test
    void anApplicationAndWhatIsMissing() throws IOException {
        assertThat(told("{\"sub\":\"c@clients\",\"azp\":\"c\",\"gty\":\"client-credentials\",\"exp\":1}", "{}"))
                .containsExactly("application c", "for-nobody ", "no-scopes ", "ended 1970-01-01T00:00:01Z",
                        "not-renewable ");
        assertThat(told("{\"client_id\":\"c\"}", "{}")).containsExactly("nobody ", "client c", "for-nobody ",
                "no-scopes ", "endless ", "not-renewable ");
    }

    @Test
    void whatCannotBeReadIsToldByTheAnswer() throws IOException {
        assertThat(story("opaque", "{\"scope\":\"a\"}", "a")).containsExactly("opaque ", "scopes a", "endless ",
                "not-renewable ");
        assertThat(story(Base64URL.encode("{\"enc\":\"A256GCM\"}") + ".a.b.c.d", "{}", "a"))
                .containsExactly("encrypted ", "scopes a", "endless ", "not-renewable ");
    }

    @Test
    void everyConnectionThatPeopleKnowHasItsWordsAndOthersGoByTheirName() throws IOException {
        assertThat(TokenStory.KNOWN).isNotEmpty()
                .allSatisfy(name -> assertThat(Texts.english().has("token.connection-" + name)).as(name).isTrue());
        assertThat(told("{\"sub\":\"auth0|5f\"}", "{}")).contains("database ");
        assertThat(told("{\"sub\":\"my-sso|7\"}", "{}")).contains("connection my-sso");
    }
}
