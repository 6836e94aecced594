package mcpauth0.diagnose.client;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import mcpauth0.diagnose.Checks;
import mcpauth0.diagnose.client.Halt.Owner;
import mcpauth0.setup.McpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Excerpts of access logs whose outcome is known, in the formats of the programs that write them; the shapes are those of
 * public reports (anthropics/claude-ai-mcp #85, #217, #335, #336, #490, #646, #706; PrefectHQ/fastmcp#2224).
 */
class TrailTest {

    static Stream<Arguments> excerpts() {
        return Stream.of(known("edge-block.nginx", "claude", "/mcp", Halt.NOBODY_CAME, Owner.EDGE),
                known("no-metadata-request.vercel", "claude", "/api/mcp", Halt.METADATA_NOT_ASKED, Owner.SERVER),
                known("metadata-missing.uvicorn", "claude", "/mcp", Halt.METADATA_MISSING, Owner.SERVER),
                known("registration-refused.caddy.json", "claude", "/mcp", Halt.AT_THE_TENANT, Owner.AUTH0),
                known("token-never-used.traefik.json", "claude", "/mcp", Halt.AT_THE_TENANT, Owner.AUTH0),
                known("token-refused.nginx", "claude", "/mcp", Halt.TOKEN_REFUSED, Owner.SERVER),
                known("token-refused.pino.json", "claude", "/mcp", Halt.TOKEN_REFUSED, Owner.SERVER),
                known("healthy.apache-combined", "claude", "/mcp", Halt.HEALTHY, Owner.NOBODY),
                known("redirect.nginx-json", "claude", "/mcp", Halt.MOVED, Owner.SERVER),
                known("post-not-allowed.plain", "cursor", "/mcp", Halt.POST_REFUSED, Owner.SERVER),
                known("only-probes.alb", "claude", "/mcp", Halt.ONLY_PROBES, Owner.CLIENT),
                known("waf-on-the-token.cloudflare.json", "claude", "/mcp", Halt.TOKEN_FORBIDDEN, Owner.EDGE),
                known("session-lost.logfmt", "chatgpt", "/mcp", Halt.SESSION_LOST, Owner.SERVER),
                known("metadata-guarded.newest-first", "claude", "/mcp", Halt.METADATA_GUARDED, Owner.SERVER));
    }

    private static Arguments known(String file, String client, String path, Halt halt, Owner owner) {
        return Arguments.of(file, client, path, halt, owner);
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("excerpts")
    void theFirstMissingPartIsNamedAndWhoHasItInHand(String file, String client, String path, Halt halt, Owner owner) {
        var trail = trail(excerpt(file), client, path);
        assertThat(trail.halt()).isEqualTo(halt);
        assertThat(trail.halt().owner()).isEqualTo(owner);
        assertThat(trail.unread()).isZero();
    }

    @Test
    void whereTheTenantIssuedATokenTheClientDidNotStopThere() {
        var trail = trail(excerpt("token-never-used.traefik.json"), "claude", "/mcp").tokenIssued();
        assertThat(trail.halt()).isEqualTo(Halt.TOKEN_UNUSED);
        assertThat(trail.halt().owner()).isEqualTo(Owner.EDGE);
        assertThat(trail.hops()).containsEntry(Hop.TENANT, Hop.State.GONE).containsEntry(Hop.TOKEN, Hop.State.MISSING);
    }

    @Test
    void theWayIsGoneAsFarAsItWas() {
        var trail = trail(excerpt("registration-refused.caddy.json"), "claude", "/mcp");
        assertThat(trail.hops()).containsExactlyInAnyOrderEntriesOf(java.util.Map.of(Hop.ARRIVES, Hop.State.GONE,
                Hop.CHALLENGED, Hop.State.GONE, Hop.METADATA, Hop.State.GONE, Hop.TENANT, Hop.State.MISSING,
                Hop.TOKEN, Hop.State.NOT_REACHED, Hop.SESSION, Hop.State.NOT_REACHED));
        assertThat(trail.sure()).isTrue();
        assertThat(trail("POST /mcp 401\nGET /.well-known/oauth-protected-resource/mcp 200\nPOST /mcp 401", "claude",
                "/mcp").sure()).as("a refused token, or a second try").isFalse();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @MethodSource("answers")
    void eachAnswerToTheCallHasItsMeaning(String log, Halt halt) {
        assertThat(trail(log, "claude", "/mcp").halt()).isEqualTo(halt);
    }

    static Stream<Arguments> answers() {
        var signedIn = "POST /mcp 401\nGET /.well-known/oauth-protected-resource/mcp 200\n";
        return Stream.of(Arguments.of("", Halt.NOTHING_READ), Arguments.of("nothing of a log", Halt.NOTHING_READ),
                Arguments.of("GET /health 200", Halt.NOBODY_CAME), Arguments.of("POST / 404", Halt.WRONG_PATH),
                Arguments.of("POST /mcp 403", Halt.TURNED_AWAY), Arguments.of("POST /mcp 429", Halt.TOO_MANY),
                Arguments.of("POST /mcp 502", Halt.UNREACHED), Arguments.of("POST /mcp 522", Halt.UNREACHED),
                Arguments.of("POST /mcp 500", Halt.SERVER_FAILED), Arguments.of("POST /mcp 499", Halt.GAVE_UP),
                Arguments.of("POST /mcp 404", Halt.NOT_FOUND), Arguments.of("POST /mcp/ 404", Halt.NOT_FOUND),
                Arguments.of("POST /mcp 421", Halt.CALL_REFUSED), Arguments.of("POST /mcp 400", Halt.CALL_REFUSED),
                Arguments.of("POST /mcp auth=none 200", Halt.OPEN), Arguments.of("POST /mcp 200", Halt.ANSWERED),
                Arguments.of("POST /mcp 401\nGET /.well-known/oauth-protected-resource 302", Halt.METADATA_MOVED),
                Arguments.of("POST /mcp 401\nGET /.well-known/oauth-protected-resource 503", Halt.METADATA_FAILED),
                Arguments.of(signedIn + "POST /register 404", Halt.METADATA_UNUSED),
                Arguments.of(signedIn + "POST /mcp 200", Halt.FIRST_ANSWER_LAST),
                Arguments.of(signedIn + "POST /mcp 200\nPOST /mcp 202", Halt.HEALTHY),
                Arguments.of("POST /mcp 500\n" + signedIn, Halt.AT_THE_TENANT));
    }

    @Test
    void whoIsKnownToBeSomebodyElseDoesNotCount() {
        var log = """
            160.79.104.5 - - [02/Nov/2026:11:30:10 +0100] "POST /mcp HTTP/1.1" 401 - "-" "Claude-User"
            192.0.2.7 - - [02/Nov/2026:11:31:10 +0100] "POST /mcp HTTP/1.1" 500 - "-" "node"
            """;
        assertThat(trail(log, "claude", "/mcp")).extracting(Trail::halt, Trail::theirs, Trail::others)
                .containsExactly(Halt.METADATA_NOT_ASKED, 1, 1);
        assertThat(trail(log, "vscode", "/mcp").halt()).isEqualTo(Halt.SERVER_FAILED);
        for (var address : List.of("160.79.103.255", "160.79.112.1", "161.79.104.1"))
            assertThat(trail(log.replace("160.79.104.5", address).replace("Claude-User", "node"), "claude", "/mcp")
                    .halt()).as(address).isEqualTo(Halt.NOBODY_CAME);
        assertThat(trail(log.replace("160.79.104.5", "2607:6bc0::12").replace("Claude-User", "node"), "claude", "/mcp")
                .theirs()).isEqualTo(1);
    }

    @Test
    void nothingOfASecretIsKept() {
        for (var file : List.of("token-refused.nginx", "token-refused.pino.json"))
            assertThat(trail(excerpt(file), "claude", "/mcp").lines()).isNotEmpty()
                    .noneMatch(line -> line.toString().contains("marked-secret") || line.toString().contains("eyJ"))
                    .allSatisfy(line -> assertThat(line.shown()).contains("→ ").doesNotContain("access_token"));
        var inPath = AccessLog
                .parse("GET /.well-known/oauth-protected-resource/eyJhbGciOiJub25lIn0.eyJzdWIiOiJtZSJ9.x 200");
        assertThat(inPath.lines().getFirst().shown()).doesNotContain("eyJ");
    }

    @Test
    void hostileTextIsReadInTimeAndNothingOfItIsKept() {
        var hostile = List.of("POST ".repeat(200_000), "\"".repeat(400_000), "{".repeat(300_000),
                "{\"a\":".repeat(20_000), "POST /mcp \"".repeat(40_000), "1.1.1.1 ".repeat(60_000),
                "=".repeat(400_000), "method=POST path=/mcp ".repeat(20_000), "2026-11-02T".repeat(40_000),
                ("\"GET /" + "x".repeat(3000) + "\n").repeat(300), "\u0000\uffff\ud800\n\r\t".repeat(10_000));
        for (var text : hostile)
            org.junit.jupiter.api.Assertions.assertTimeout(Duration.ofSeconds(5),
                    () -> assertThat(AccessLog.parse(text).lines()).isEmpty());
        assertThat(AccessLog.parse("POST /mcp 401\n".repeat(50_000)).lines()).hasSizeLessThanOrEqualTo(2000);
    }

    @Test
    void everyCheckThatIsNamedExists() {
        var known = Checks.all().stream().map(check -> check.rule().id()).toList();
        assertThat(Arrays.stream(Halt.values()).flatMap(halt -> halt.checks().stream())).isSubsetOf(known);
        assertThat(Symptoms.all().stream().flatMap(symptom -> symptom.checks().stream())).isSubsetOf(known);
        assertThat(Symptoms.all().stream().flatMap(symptom -> symptom.clients().stream())).isSubsetOf(Clients.ids());
    }

    private static Trail trail(String log, String client, String path) {
        return Trail.of(AccessLog.parse(log), Clients.of(client),
                McpUrl.parse("https://mcp.acme.dev" + path).orThrow());
    }

    static String excerpt(String file) {
        try (var in = requireNonNull(TrailTest.class.getResourceAsStream("/mcpauth0/diagnose/trails/" + file + ".log"),
                file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
