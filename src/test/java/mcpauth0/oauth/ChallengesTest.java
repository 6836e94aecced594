package mcpauth0.oauth;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import mcpauth0.oauth.Challenges.Oddity;
import org.junit.jupiter.api.Test;

/** WWW-Authenticate as servers and proxies really write it. */
class ChallengesTest {

    private static final String URL = "https://mcp.example.com/.well-known/oauth-protected-resource/mcp?v=1";

    @Test
    void theProperFormIsReadWithoutAWord() {
        var seen = read("Bearer realm=\"mcp\", error=\"invalid_token\", resource_metadata=\"" + URL
                + "\", scope=\"mcp:use mcp:read\"");
        assertThat(seen.resourceMetadata()).isEqualTo(URL);
        assertThat(seen.scopes()).containsExactly("mcp:use", "mcp:read");
        assertThat(seen.parameter("error")).isEqualTo("invalid_token");
        assertThat(seen.oddities()).isEmpty();
    }

    @Test
    void orderCaseAndSpaceDoNotMatter() {
        var seen = read("  bEARER   RESOURCE_METADATA = \"" + URL + "\" ,Scope=\"a\"");
        assertThat(seen.resourceMetadata()).isEqualTo(URL);
        assertThat(seen.scopes()).containsExactly("a");
        assertThat(seen.oddities()).isEmpty();
    }

    @Test
    void severalSchemesStandInOneLine() {
        var seen = read(
                "Basic realm=\"site\", Negotiate dGVzdA==, DPoP algs=\"ES256\", Bearer resource_metadata=\"" + URL
                        + "\", Digest realm=\"x\", qop=\"auth\"");
        assertThat(seen.all()).extracting(Challenge::scheme).containsExactly("Basic", "Negotiate", "DPoP", "Bearer",
                "Digest");
        assertThat(seen.all().get(1).token68()).isEqualTo("dGVzdA==");
        assertThat(seen.all().getLast().parameter("qop")).isEqualTo("auth");
        assertThat(seen.resourceMetadata()).isEqualTo(URL);
        assertThat(seen.oddities()).containsExactly(Oddity.BEARER_NOT_FIRST);
    }

    @Test
    void severalSchemesStandInSeveralLines() {
        var seen = read("Negotiate", "Bearer", "Bearer resource_metadata=\"" + URL + "\"");
        assertThat(seen.resourceMetadata()).isEqualTo(URL);
        assertThat(seen.oddities()).containsExactlyInAnyOrder(Oddity.BEARER_NOT_FIRST, Oddity.SEVERAL_BEARERS);
    }

    @Test
    void anAddressWithoutQuotesIsReadWhole() {
        var url = "https://mcp.example.com/a,b?x=1&y=2";
        var seen = read("Bearer resource_metadata=" + url + ", error=invalid_token");
        assertThat(seen.resourceMetadata()).isEqualTo(url);
        assertThat(seen.parameter("error")).isEqualTo("invalid_token");
        assertThat(seen.oddities()).containsExactly(Oddity.UNQUOTED);
    }

    @Test
    void quotesWithinADescriptionDoNotEndIt() {
        var seen = read("Bearer error=\"invalid_token\", error_description=\"The \"aud\" claim, \"x\", is wrong\", "
                + "resource_metadata=\"" + URL + "\"");
        assertThat(seen.parameter("error_description")).isEqualTo("The \"aud\" claim, \"x\", is wrong");
        assertThat(seen.resourceMetadata()).isEqualTo(URL);
        assertThat(seen.oddities()).containsExactly(Oddity.UNESCAPED_QUOTE);
    }

    @Test
    void escapedQuotesAreProper() {
        var seen = read("Bearer error_description=\"say \\\"please\\\"\", scope=\"a\"");
        assertThat(seen.parameter("error_description")).isEqualTo("say \"please\"");
        assertThat(seen.scopes()).containsExactly("a");
        assertThat(seen.oddities()).isEmpty();
    }

    @Test
    void missingCommasAreForgivenAndTold() {
        var seen = read("Bearer realm=\"a\" error=invalid_token resource_metadata=\"" + URL + "\"");
        assertThat(seen.resourceMetadata()).isEqualTo(URL);
        assertThat(seen.parameter("error")).isEqualTo("invalid_token");
        assertThat(seen.oddities()).containsExactly(Oddity.MISSING_COMMA);
    }

    @Test
    void otherSlipsAreTold() {
        assertThat(read("Bearer resource_metadata='" + URL + "', scope='a b'").resourceMetadata()).isEqualTo(URL);
        assertThat(read("Bearer resource_metadata='" + URL + "'").oddities()).containsExactly(Oddity.SINGLE_QUOTES);
        assertThat(read("resource_metadata=\"" + URL + "\"").oddities()).containsExactly(Oddity.NO_SCHEME);
        assertThat(read("Bearer: scope=\"a\"").scopes()).containsExactly("a");
        assertThat(read("Bearer: scope=\"a\"").oddities()).containsExactly(Oddity.STRANGE_SCHEME);
        assertThat(read("Bearer scope=\"a b").scopes()).containsExactly("a", "b");
        assertThat(read("Bearer scope=\"a b").oddities()).containsExactly(Oddity.UNTERMINATED);
        var twice = read("Bearer scope=\"a\", scope=\"b\"");
        assertThat(twice.scopes()).containsExactly("a");
        assertThat(requireNonNull(twice.bearer()).parameters()).hasSize(2);
        assertThat(twice.oddities()).containsExactly(Oddity.DUPLICATE_PARAMETER);
    }

    @Test
    void nothingIsNothing() {
        assertThat(read().isEmpty()).isTrue();
        assertThat(read("", " , ,").isEmpty()).isTrue();
        assertThat(read("Bearer").resourceMetadata()).isNull();
        assertThat(read("Bearer").scopes()).isNull();
        assertThat(read("Bearer").oddities()).isEmpty();
        assertThat(read("Basic realm=\"x\"").bearer()).isNull();
    }

    @Test
    void noLineMakesTheReaderFailOrHang() {
        var random = new Random(7);
        var pieces = List.of("Bearer", " ", ",", "=", "\"", "'", "\\", "a", "scope", "https://x/y?z=1", "\t", ":", "é");
        for (var i = 0; i < 20_000; i++) {
            var line = new StringBuilder();
            for (var n = random.nextInt(14); n > 0; n--)
                line.append(pieces.get(random.nextInt(pieces.size())));
            var lines = new ArrayList<>(List.of(line.toString()));
            assertThat(Challenges.of(lines).lines()).isEqualTo(lines);
        }
        assertThat(read("Bearer a=" + "\"\"".repeat(4000)).isEmpty()).isFalse();
    }

    private static Challenges read(String... lines) {
        return Challenges.of(List.of(lines));
    }
}
