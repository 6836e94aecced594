package mcpauth0.diagnose.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.Base64URL;
import java.time.Instant;
import mcpauth0.diagnose.token.TokenStory.Sentence;
import mcpauth0.oauth.AccessToken;
import mcpauth0.setup.Secret;
import mcpauth0.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people read of a token. */
class TokenStoryTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private static AccessToken token(String claims) {
        return AccessToken
                .of(Secret.of(Base64URL.encode("{\"alg\":\"RS256\"}") + "." + Base64URL.encode(claims) + ".c2ln"));
    }

    private static String told(String claims) {
        return String.join("\n", TokenStory.of(token(claims), null, NOW).stream().map(TokenStoryTest::words).toList());
    }

    private static String words(Sentence sentence) {
        return Texts.english().get(sentence.key(), sentence.values());
    }

    @Test
    void tellsWhoForWhomWhatAndUntilWhen() {
        assertThat(
                told("""
                    {"iss":"https://t.example/","sub":"google-oauth2|1234","aud":["https://s.example/mcp","https://t.example/userinfo"],
                     "azp":"tpc_abc","scope":"mcp:use mcp:read","permissions":["mcp:use","mcp:write"],"exp":1795694400}"""))
                .isEqualTo("""
                    Somebody signed in with Google; the person’s number there is 1234.
                    The client tpc_abc has the token.
                    It was issued by https://t.example/.
                    It is for https://s.example/mcp, https://t.example/userinfo.
                    It allows: mcp:use, mcp:read, mcp:write.
                    It is good until 26 Nov 2026 12:00 UTC.""");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"auth0|5f;a password that the tenant itself keeps; 5f",
            "samlp|acme|ada;(SAML);acme|ada", "my-sso|7;through the connection my-sso;is 7",
            "abc@clients;the application abc;itself", "ada;ada signed in;.", "|x;|x signed in;."})
    void aSubjectTellsTheConnection(String subject, String one, String other) {
        assertThat(told("{\"sub\":\"" + subject + "\"}").lines().findFirst()).get().asString().contains(one)
                .contains(other);
    }

    @Test
    void whatIsMissingIsSaid() {
        assertThat(told("{}")).isEqualTo("""
            The token does not say who signed in.
            It does not say for whom it is.
            It names nothing that it allows.
            It does not say until when it is good.""");
        assertThat(told("{\"sub\":\"a\",\"exp\":1795000000}")).contains("It ran out on ");
        assertThat(TokenStory.of(AccessToken.of(Secret.of("opaque")), null, NOW)).singleElement()
                .extracting(Sentence::key).isEqualTo("token-story.unreadable");
    }
}
