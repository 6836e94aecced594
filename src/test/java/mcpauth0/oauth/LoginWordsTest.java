package mcpauth0.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mcpauth0.http.Exchange;
import mcpauth0.http.Failure;
import mcpauth0.http.Json;
import mcpauth0.http.Request;
import mcpauth0.oauth.LoginOutcome.CouldNotOpen;
import mcpauth0.setup.Secret;
import mcpauth0.text.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every end of a login can be said in words. */
class LoginWordsTest {

    private static final Texts TEXTS = Texts.english();

    @ParameterizedTest
    @MethodSource("outcomes")
    void problemCauseAndCureAreThere(LoginOutcome outcome) {
        for (var part : List.of("problem", "cause", "cure")) {
            var sentence = TEXTS.get("login." + outcome.id() + "." + part, outcome.values());
            assertThat(sentence).doesNotContain("{").doesNotContain("null").isNotBlank();
        }
    }

    @ParameterizedTest
    @EnumSource(CallbackPage.class)
    void everyPageHasItsWords(CallbackPage page) {
        assertThat(page.html(TEXTS::get)).contains("<h1>", "lang=\"en\"").doesNotContain("login.page");
    }

    static Stream<LoginOutcome> outcomes() {
        var exchange = new Exchange(1, Instant.EPOCH, Request.get("https://as.example/token"), null,
                new Failure.Cancelled(), new Exchange.Timing(0, 0, 0, 0, 0), null, null);
        var tokens = new Tokens(AccessToken.of(Secret.of("t")), null, null, null, null, null, List.of(), Json.object(),
                exchange);
        var stray = new Callback(Instant.EPOCH, Callback.State.WRONG, false, Map.of());
        var front = new FrontChannel("https://as.example/", "http://127.0.0.1:1/callback", "https://as.example/", true,
                null, List.of());
        var strays = new FrontChannel("https://as.example/", "http://127.0.0.1:1/callback", "https://as.example/", true,
                null, List.of(stray));
        return Stream.concat(
                Stream.of(new LoginOutcome.SignedIn(tokens, front),
                        new LoginOutcome.Denied("access_denied", null, front),
                        new LoginOutcome.IssuerMismatch("a", "b", front),
                        new LoginOutcome.IssuerMismatch("a", null, front),
                        new LoginOutcome.ErrorPage(400, null, "Words", exchange, front),
                        new LoginOutcome.NoAnswer(Duration.ofSeconds(60), front),
                        new LoginOutcome.NoAnswer(Duration.ofSeconds(60), strays),
                        new LoginOutcome.TokenRefused(403, null, "Words", exchange, front),
                        new LoginOutcome.Failed(new Failure.Cancelled(), exchange, front),
                        new LoginOutcome.Cancelled()),
                Stream.of("no-endpoint", "insecure-endpoint", "ports-busy", "no-callback", "browser-missing",
                        "browser-failed", "not-loopback", "asks-person", "too-many-redirects")
                        .map(reason -> new CouldNotOpen(reason, "detail")));
    }
}
