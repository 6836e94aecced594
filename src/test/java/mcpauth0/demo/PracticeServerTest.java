package mcpauth0.demo;

import static mcpauth0.demo.RunningServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.stream.Stream;
import mcpauth0.http.Json;
import mcpauth0.http.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the healthy practice server puts on the wire, whichever the era. */
class PracticeServerTest {

    private RunningServer server;

    @BeforeEach
    void start() throws IOException {
        server = RunningServer.with();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/.well-known/oauth-protected-resource/mcp", "/.well-known/oauth-protected-resource"})
    void publishesItsMetadataAtBothAddresses(String path) {
        var answer = server.get(path);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.mediaType()).isEqualTo("application/json");
        var document = json(answer);
        assertThat(document.path("resource").asText()).isEqualTo(server.url());
        assertThat(document.path("authorization_servers").toString()).isEqualTo("[\"https://localhost:1/\"]");
        assertThat(document.path("scopes_supported").toString()).isEqualTo("[\"mcp:use\"]");
        assertThat(document.path("bearer_methods_supported").toString()).isEqualTo("[\"header\"]");
        assertThat(document.path("resource_name").asText()).isNotEmpty();
    }

    @Test
    void challengesWhoComesWithoutToken() {
        for (var request : new Request[]{server.initialize(), server.message("tools/list", Json.object()),
                server.modern("server/discover", Json.object()), Request.get(server.url()),
                Request.of("DELETE", server.url())}) {
            var answer = server.send(request);
            assertThat(answer.status()).as(request.method()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer resource_metadata=\""
                    + server.at("/.well-known/oauth-protected-resource/mcp") + "\", scope=\"mcp:use\"");
        }
    }

    static Stream<String> badTokens() {
        return Stream.of("other-key", "other-issuer", "other-audience", "expired", "no-expiry", "garbage");
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void tellsWhatIsWrongWithAToken(String kind) {
        var answer = server.send(server.initialize().bearer(switch (kind) {
            case "other-key" -> RunningServer.signed(RunningServer.STRANGER, server.claims().build());
            case "other-issuer" -> server.token(claims -> claims.issuer("https://elsewhere.example/"));
            case "other-audience" -> server.token(claims -> claims.audience(server.url() + "/"));
            case "expired" ->
                server.token(claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(120))));
            case "no-expiry" -> server.token(claims -> claims.expirationTime(null));
            default -> kind;
        }));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer error=\"invalid_token\", error_description=\"")
                .contains("resource_metadata=\"").contains("scope=\"mcp:use\"");
    }

    @Test
    void lettingAToolWorkNeedsTheScope() {
        var token = server.token(claims -> claims.claim("scope", "read:something"));
        assertThat(server.list(token).status()).isEqualTo(200);
        var refused = server.send(server.modernCall("whoami", Json.object()).bearer(token));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer error=\"insufficient_scope\"")
                .contains("scope=\"mcp:use\"").contains("resource_metadata=\"");
    }

    @Test
    void acceptsTokensOfBothDialects() throws Exception {
        var jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("first")
                        .type(JOSEObjectType.JWT).build(),
                server.claims().build());
        jwt.sign(new RSASSASigner(RunningServer.KEY));
        assertThat(server.list(jwt.serialize()).status()).isEqualTo(200);
        assertThat(server.list(server.token()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "https://localhost.evil.example", "not an origin"})
    void refusesPagesFromElsewhere(String origin) {
        assertThat(server.send(server.initialize().bearer(server.token()).with("Origin", origin)).status())
                .isEqualTo(403);
    }

    @Test
    void letsPagesOfThisMachineIn() {
        assertThat(server.send(server.initialize().bearer(server.token()).with("Origin", "http://localhost:6274"))
                .status()).isEqualTo(200);
    }

    @Test
    void refusesAnotherHost() {
        assertThat(server.send(server.initialize().bearer(server.token()).with("Host", "evil.example")).status())
                .isEqualTo(403);
    }

    @Test
    void hasNothingForPagesToRead() {
        var answer = server.send(Request.of("OPTIONS", server.url()).with("Origin", "http://localhost:6274")
                .with("Access-Control-Request-Method", "POST"));
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
        assertThat(server.get("/.well-known/oauth-protected-resource/mcp").header("Access-Control-Allow-Origin"))
                .isNull();
    }

    @Test
    void offersNoStreamToListenOn() {
        var answer = server
                .send(Request.get(server.url()).bearer(server.token()).with("Accept", "text/event-stream"));
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("POST, DELETE");
    }

    @Test
    void answersAsAStreamWhereThatIsNamedFirst() {
        var request = server.initialize().bearer(server.token()).without("Accept");
        var stream = server.send(request.with("Accept", "text/event-stream, application/json"));
        assertThat(stream.mediaType()).isEqualTo("text/event-stream");
        assertThat(stream.header("X-Accel-Buffering")).isEqualTo("no");
        var lines = stream.text().lines().toList();
        assertThat(lines.getFirst()).isEqualTo("event: message");
        assertThat(Json.parse(lines.get(1).replaceFirst("^data: ", "")).orElseThrow().path("id").asInt()).isEqualTo(7);
        assertThat(server.send(request).mediaType()).isEqualTo("application/json");
        assertThat(server.send(request.with("Accept", "text/html")).status()).isEqualTo(406);
    }

    @Test
    void refusesWhatIsNoMessage() {
        var token = server.token();
        assertThat(server.send(Request.post(server.url(), "text/plain", "{}").bearer(token)).status()).isEqualTo(415);
        var noJson = server.send(Request.post(server.url(), "application/json", "{").bearer(token));
        assertThat(noJson.status()).isEqualTo(400);
        assertThat(json(noJson).at("/error/code").asInt()).isEqualTo(-32700);
        var batch = server.send(Request.post(server.url(), "application/json", "[]").bearer(token));
        assertThat(batch.status()).isEqualTo(400);
        assertThat(json(batch).at("/error/code").asInt()).isEqualTo(-32600);
    }

    @Test
    void remembersWhatItWasAsked() {
        server.get("/.well-known/oauth-protected-resource");
        server.send(server.initialize());
        assertThat(server.requests()).containsExactly(new Seen("GET", "/.well-known/oauth-protected-resource", 200),
                new Seen("POST", "/mcp", 401));
    }

    @Test
    void knowsNoClaimThatIsNotThere() {
        var bare = new JWTClaimsSet.Builder(server.claims().build()).claim("azp", null).claim("scope", null).build();
        var token = RunningServer.signed(RunningServer.KEY, bare);
        assertThat(server.list(token).status()).isEqualTo(200);
    }
}
