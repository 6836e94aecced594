package mcpauth0.diagnose.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule.Severity;
import mcpauth0.diagnose.Scene;
import mcpauth0.diagnose.Sighting;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Broken;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.diagnose.Verdict.NotTestableFromHere;
import mcpauth0.diagnose.mcp.Conversation;
import mcpauth0.diagnose.mcp.ConversationProbe;
import mcpauth0.diagnose.metadata.ServerProbe;
import mcpauth0.diagnose.transport.FirstCall;
import mcpauth0.diagnose.transport.Opening;
import mcpauth0.diagnose.transport.OpeningProbe;
import mcpauth0.diagnose.validation.Trials.Trial;
import mcpauth0.diagnose.validation.Trials.Tried;
import mcpauth0.http.Answer;
import mcpauth0.http.Exchange;
import mcpauth0.http.Header;
import mcpauth0.http.Json;
import mcpauth0.http.Network;
import mcpauth0.http.Request;
import mcpauth0.oauth.Discovery;
import mcpauth0.oauth.Fetched;
import mcpauth0.oauth.ServerMetadata;
import mcpauth0.oauth.WellKnown;
import mcpauth0.oauth.mcp.Eras;
import mcpauth0.oauth.mcp.McpAnswer;
import mcpauth0.oauth.mcp.McpCall;
import mcpauth0.setup.McpUrl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What answers mean that the practice server does not give. */
class JudgementTest {

    private static final McpUrl TARGET = McpUrl.parse("https://mcp.example/mcp").orThrow();
    private static final Instant NOW = Instant.parse("2026-09-01T12:00:00Z");
    private static final McpAnswer GOOD = answer(200, "", "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}");
    private static final McpAnswer BARE = answer(401, "", "");
    private static final McpAnswer BAD = answer(401, "error=\"invalid_token\"", "");

    private static McpAnswer answer(int status, String challenge, String body, Header... more) {
        var headers = new ArrayList<>(List.of(more));
        if (!challenge.isEmpty())
            headers.add(new Header("WWW-Authenticate", "Bearer " + challenge));
        var exchange = new Exchange(1, NOW, Request.get(TARGET.value()),
                new Answer(status, "http/1.1", headers, body.getBytes(StandardCharsets.UTF_8), false), null,
                new Exchange.Timing(0, 0, 0, 0, 0), null, null);
        var json = Json.parse(body).orElse(null);
        return new McpAnswer(McpCall.initialize(TARGET), exchange, List.of(),
                json instanceof ObjectNode object ? object : null);
    }

    private static Tried tried(Trial... trials) {
        return new Tried(List.of(trials), GOOD, GOOD);
    }

    private static Verdict judge(Check check, Map<Forgery, Tried> tried) {
        return check.judge(new Observations(new Scene(TARGET, NOW, false, null, false, false, Network.Patience.USUAL),
                Map.of(TrialProbe.TRIALS, Sighting.seen(new Trials(BARE, tried, Map.of(), List.of(), null)))));
    }

    @Test
    void aThrottledOrLostAnswerIsNoRefusal() {
        for (var status : List.of(429, 502, 503, 504))
            assertThat(judge(new IssuerIsChecked(),
                    Map.of(Forgery.OTHER_ISSUER, tried(new Trial("a", BAD), new Trial("b", answer(status, "", ""))))))
                    .isEqualTo(new Blocked("answer"));
    }

    @Test
    void aMessageThatSaysUnauthorizedWith200IsNoAcceptanceButTheWrongStatus() {
        var error = answer(200, "",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32001,\"message\":\"Unauthorized\"}}");
        var tried = Map.of(Forgery.GARBAGE, tried(new Trial("a", error)));
        assertThat(judge(new GarbageIsRefused(), tried)).isInstanceOf(Holds.class);
        assertThat(judge(new BadTokenIsAnsweredWith401(), tried)).isInstanceOf(Broken.class);
    }

    @Test
    void whatElseIsRefusedWronglyCountsAsWell() {
        assertThat(judge(new BadTokenIsAnsweredWith401(), Map.of(Forgery.GARBAGE, tried(new Trial("a", BAD)),
                Forgery.WRONG_AUDIENCE, tried(new Trial("other-api", answer(403, "", ""))))))
                .isInstanceOfSatisfying(Broken.class,
                        broken -> assertThat(broken.values()).containsExactly("403", "other-api"));
    }

    @Test
    void goingToAnAddressIsWrongEvenIfTheTokenIsRefused() {
        assertThat(judge(new AddressOfKeysIsNotTakenFromTheToken(),
                Map.of(Forgery.KEY_ADDRESS, tried(new Trial(Trying.FETCHABLE, BAD, true)))))
                .isInstanceOfSatisfying(Broken.class,
                        broken -> assertThat(broken.severity()).isEqualTo(Severity.WARNING));
        assertThat(judge(new AddressOfKeysIsNotTakenFromTheToken(),
                Map.of(Forgery.KEY_ADDRESS, tried(new Trial(Trying.FETCHABLE, BAD, false)))))
                .isInstanceOf(Holds.class);
        assertThat(judge(new AddressOfKeysIsNotTakenFromTheToken(),
                Map.of(Forgery.KEY_ADDRESS, tried(new Trial("nobody-there", BAD, false)))))
                .isEqualTo(new NotTestableFromHere("no-reachable-address"));
    }

    @Test
    void aStrangeKeyIdOverWhichTheServerStumblesIsAFindingUnlessItStumblesOverAll() {
        var stumbled = tried(new Trial("sql", answer(500, "", "")));
        assertThat(judge(new StrangeKeyIdIsNothingSpecial(), Map.of(Forgery.STRANGE_KEY_ID, stumbled,
                Forgery.OTHER_ISSUER, tried(new Trial("foreign-key", BAD))))).isInstanceOf(Broken.class);
        assertThat(judge(new StrangeKeyIdIsNothingSpecial(), Map.of(Forgery.STRANGE_KEY_ID, stumbled,
                Forgery.OTHER_ISSUER, stumbled))).isInstanceOf(Holds.class);
    }

    @Test
    void whereSignaturesCountAForgedTimeTellsNothing() {
        var forged = Map.of(Forgery.EARLY, tried(new Trial("a", BAD)), Forgery.TAMPERED_SIGNATURE,
                tried(new Trial("b", BAD)));
        assertThat(judge(new EarlyTokenIsRefused(), forged)).isEqualTo(new NotTestableFromHere("no-early-token"));
        var unchecked = Map.of(Forgery.EARLY, tried(new Trial("a", BAD)), Forgery.TAMPERED_SIGNATURE,
                tried(new Trial("b", GOOD)));
        assertThat(judge(new EarlyTokenIsRefused(), unchecked)).isInstanceOf(Holds.class);
    }

    @Test
    void aMissingPermissionMustBeNamed() {
        var wrong = Map.of(
                "401, error=invalid_token, scope=null", BAD,
                "200, error=null, scope=null",
                answer(200, "",
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"isError\":true,\"content\":\"missing scope\"}}"),
                "error=null, scope=null", answer(403, "", ""),
                "scope=null", answer(403, "error=\"insufficient_scope\"", ""));
        wrong.forEach((what, answer) -> assertThat(judge(new MissingPermissionIsNamed(),
                Map.of(Forgery.LESSER_SCOPE, tried(new Trial("today", answer)))))
                .isInstanceOfSatisfying(Broken.class, broken -> assertThat(broken.values()).containsExactly(what)));
        var failed = answer(200, "",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"isError\":true,\"content\":\"no disk\"}}");
        assertThat(
                judge(new MissingPermissionIsNamed(), Map.of(Forgery.LESSER_SCOPE, tried(new Trial("today", failed)))))
                .isEqualTo(new Blocked("answer"));
    }

    private static Verdict clock(@Nullable String server, @Nullable String issuer) {
        return clock(server, issuer, GOOD);
    }

    @SuppressWarnings("NullAway") // it does not see that the tools may be missing: they are another class's own
    private static Verdict clock(@Nullable String server, @Nullable String issuer, McpAnswer toTheToken) {
        var opening = new Opening(
                new FirstCall(List.of(server == null ? BARE : answer(401, "", "", new Header("Date", server)))),
                List.of(), List.of(), List.of(), null);
        var date = issuer == null ? new Header[0] : new Header[]{new Header("Date", issuer)};
        var found = new Discovery.Server("https://t/", List.of(new Fetched<>(
                new WellKnown.Candidate(WellKnown.server("https://t/").getFirst().kind(), "https://t/"),
                answer(200, "", "{}", date).exchange(), new ServerMetadata(Json.object()))));
        return new ClockIsRight().judge(new Observations(
                new Scene(TARGET, NOW, false, null, false, false, Network.Patience.USUAL),
                Map.of(OpeningProbe.OPENING, Sighting.seen(opening), ServerProbe.SERVER, Sighting.seen(found),
                        ConversationProbe.CONVERSATION,
                        Sighting.seen(new Conversation(new Eras(toTheToken, toTheToken), null, null, List.of(),
                                new Conversation.Asides(null, null, null, null, List.of(), null))))));
    }

    private static String at(long seconds) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(NOW.plusSeconds(seconds).atOffset(ZoneOffset.UTC));
    }

    @Test
    void aWrongClockHereAccusesNobody() {
        assertThat(clock(at(0), at(0))).isInstanceOf(Holds.class);
        assertThat(clock(at(-59), at(0))).isInstanceOf(Holds.class);
        assertThat(clock(at(600), at(601))).isInstanceOf(Holds.class);
        assertThat(clock(at(600), at(0))).isInstanceOfSatisfying(Broken.class,
                broken -> assertThat(broken.values()).containsExactly("600"));
        assertThat(clock(at(-600), null)).isInstanceOf(Broken.class);
        assertThat(clock(at(0), at(600))).isInstanceOf(Holds.class);
        assertThat(clock(null, at(0))).isEqualTo(new NotTestableFromHere("no-date"));
        assertThat(clock("yesterday", at(0))).isEqualTo(new NotTestableFromHere("no-date"));
        // A line that somebody in front may have written is no proof as long as no token was taken.
        assertThat(clock(at(0), at(0), BAD)).isEqualTo(new Blocked("session"));
    }
}
