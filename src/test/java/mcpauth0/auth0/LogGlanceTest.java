package mcpauth0.auth0;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Set;
import mcpauth0.diagnose.client.Clients;
import mcpauth0.diagnose.client.Likeness;
import mcpauth0.diagnose.login.LogCause;
import mcpauth0.diagnose.login.LogGlance;
import org.junit.jupiter.api.Test;

/** What the tenant's log says of a client's newest sign-in, among those of others. */
class LogGlanceTest {

    private static final Instant NOW = Instant.parse("2026-11-02T12:00:00Z");

    private static ObjectNode event(String time, String type, String client, String name, String words) {
        return ScriptedLog.event("""
            {'date':'2026-11-02T%sZ','type':'%s','description':'%s','client_id':'%s','client_name':'%s'}"""
                .formatted(time, type, words, client, name).replace('\'', '"'));
    }

    private static LogGlance glance(String client, Set<String> made, ObjectNode... events) throws Exception {
        var log = new ScriptedLog();
        for (var event : events)
            log.write(event);
        try (var scripted = new ScriptedTenant()) {
            return LogGlance.at(Logs.of(ScriptedLog.tenant(scripted, log)).orElseThrow(), null,
                    "https://mcp.example.com/mcp", new Likeness(Clients.of(client), made)::fits, NOW);
        }
    }

    @Test
    void theNewestRefusalOfTheClientIsToldAndNoOthers() throws Exception {
        var glance = glance("claude", Set.of(),
                event("11:00:00.000", "f", "tpc_1", "Claude", "Callback URL mismatch."),
                event("11:10:00.000", "f", "tpc_2", "Claude", "no connections enabled for the client"),
                event("11:20:00.000", "f", "tpc_3", "Claude Code (acme)", "Service not found: x"),
                event("11:30:00.000", "f", "tpc_4", "Something else", "access denied"),
                event("11:40:00.000", "sapi", "tpc_2", "Claude", "Read a log"));
        assertThat(glance.story()).hasValueSatisfying(
                story -> assertThat(story.cause()).isEqualTo(LogCause.NO_CONNECTION));
        assertThat(glance.tokenIssued()).isFalse();
    }

    @Test
    void aTokenThatWasIssuedSinceEndsTheStory() throws Exception {
        var glance = glance("claude", Set.of(),
                event("11:00:00.000", "f", "tpc_1", "Claude", "Callback URL mismatch."),
                event("11:05:00.000", "seacft", "tpc_1", "Claude", "Code exchanged"));
        assertThat(glance.story()).isEmpty();
        assertThat(glance.tokenIssued()).isTrue();
    }

    @Test
    void aClientIsKnownByItsDocumentAndByItsApplication() throws Exception {
        var document = event("11:00:00.000", "f", "https://vscode.dev/oauth/client-metadata.json", "",
                "Unknown client: https://vscode.dev/oauth/client-metadata.json");
        assertThat(glance("vscode", Set.of(), document).story().orElseThrow().cause())
                .isEqualTo(LogCause.UNKNOWN_DOCUMENT);
        var made = event("11:00:00.000", "f", "aBc", "Our bot", "Callback URL mismatch.");
        assertThat(glance("cursor", Set.of(), made).story()).isEmpty();
        assertThat(glance("cursor", Set.of("aBc"), made).story().orElseThrow().cause())
                .isEqualTo(LogCause.BAD_CALLBACK);
    }

    @Test
    void whoIsRefusedRegistrationHasNoNameYetAndYesterdayDoesNotCount() throws Exception {
        var closed = ScriptedLog.event("""
            {"date":"2026-11-02T11:00:00.000Z","type":"fapi",
            "description":"Dynamic client registration is disabled"}""");
        assertThat(glance("claude", Set.of(), closed).story().orElseThrow().cause())
                .isEqualTo(LogCause.REGISTRATION_CLOSED);
        var old = closed.deepCopy().put("date", "2026-11-01T11:00:00.000Z");
        assertThat(glance("claude", Set.of(), old)).isEqualTo(LogGlance.NOTHING);
    }
}
