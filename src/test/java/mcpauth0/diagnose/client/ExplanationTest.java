package mcpauth0.diagnose.client;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import mcpauth0.diagnose.Report;
import mcpauth0.diagnose.client.Explanation.Known;
import mcpauth0.diagnose.client.Explanation.Suspect;
import mcpauth0.diagnose.client.Halt.Owner;
import mcpauth0.diagnose.login.LogGlance;
import mcpauth0.ui.Specimens;
import org.junit.jupiter.api.Test;

/** What is known of a failure comes together: message, report, logs. */
class ExplanationTest {

    private static Explanation told(String shown, String log, LogGlance glance, Report report) {
        return Explanation.of(Clients.of("claude"), shown, log.isEmpty() ? null : AccessLog.parse(log),
                Specimens.SERVER, glance, report);
    }

    private static Report stopping(String check) {
        var report = Specimens.closed();
        return new Report(report.target(), report.started(), report.took(), report.findings(),
                List.of(new Report.Prediction("claude", "fails", check)), report.spellings(), report.exchanges(),
                report.token());
    }

    @Test
    void whatStopsTheClientComesFirstThenWhatIsBrokenThenWhatIsNotSeenThenWhatIsRuledOut() {
        var told = told("Couldn't register with acme's sign-in service", "", LogGlance.NOTHING,
                stopping("challenge-missing-401"));
        assertThat(told.suspects().subList(0, 3)).containsExactly(new Suspect("challenge-missing-401", Known.STOPS),
                new Suspect("reg-dcr-disabled", Known.BROKEN), new Suspect("as-no-registration-path", Known.UNSEEN));
        assertThat(told.owner()).isEqualTo(Owner.NOBODY);
        var missing = told("", "POST /mcp 401\nGET /.well-known/oauth-protected-resource 404", LogGlance.NOTHING,
                Specimens.closed());
        assertThat(missing.suspects().getLast()).isEqualTo(new Suspect("prm-not-found", Known.GOOD));
    }

    @Test
    void whoHasArrivedIsNotHeldUpOnTheWay() {
        var report = stopping("net-host-not-public");
        assertThat(told("", "", LogGlance.NOTHING, report).suspects())
                .contains(new Suspect("net-host-not-public", Known.STOPS));
        assertThat(told("", "POST /mcp 401", LogGlance.NOTHING, report).suspects())
                .noneMatch(suspect -> suspect.known() == Known.STOPS);
    }

    @Test
    void aTokenInTheTenantsLogMovesTheBlameFromTheTenant() {
        var log = "POST /mcp 401\nGET /.well-known/oauth-protected-resource/mcp 200";
        assertThat(told("", log, LogGlance.NOTHING, Specimens.healthy()).owner()).isEqualTo(Owner.AUTH0);
        assertThat(told("", log, new LogGlance(Optional.empty(), true), Specimens.healthy()).owner())
                .isEqualTo(Owner.EDGE);
    }

    @Test
    void theLinesOfAnotherClientSayNothingOfThisOne() {
        var log = """
            160.79.104.5 - - [02/Nov/2026:08:58:00 +0000] "POST /mcp HTTP/1.1" 401 0 "-" "Claude-User"
            10.0.0.9 - - [02/Nov/2026:08:58:01 +0000] "POST /mcp HTTP/1.1" 401 0 "-" "claude-code/2.1 (cli)"
            """;
        var told = Explanation.of(Clients.of("cursor"), "", AccessLog.parse(log), Specimens.SERVER, LogGlance.NOTHING,
                Specimens.healthy());
        assertThat(requireNonNull(told.trail()).strangers()).containsExactly("claude-code", "claude");
        assertThat(told.tells()).isFalse();
        assertThat(told.owner()).isEqualTo(Owner.NOBODY);
        assertThat(told.suspects()).as("nothing follows from lines that are not its own").isEmpty();
        var theirs = told("", log, LogGlance.NOTHING, Specimens.healthy());
        assertThat(requireNonNull(theirs.trail()).strangers()).as("one line is its own").isEmpty();
        assertThat(requireNonNull(theirs.trail()).others()).isEqualTo(1);
        assertThat(Clients.named("python-httpx/0.28.1")).as("a library names nobody").isEmpty();
        assertThat(Clients.named("precursor/1.0")).isEmpty();
    }

    @Test
    void whenTheCheckRulesEverythingOutThatIsSaid() {
        var good = new Suspect("prm-not-found", Known.GOOD);
        assertThat(new Explanation("claude", "", List.of(), null, null, List.of(good)).exhausted()).isTrue();
        assertThat(new Explanation("claude", "", List.of(), null, null,
                List.of(good, new Suspect("reg-dcr-disabled", Known.UNSEEN))).exhausted()).isFalse();
        assertThat(new Explanation("claude", "", List.of(), null, null, List.of()).exhausted()).isFalse();
    }

    @Test
    void nothingIsMadeOfNothing() {
        assertThat(told("It hangs.", "", LogGlance.NOTHING, Specimens.healthy()).tells()).isFalse();
        assertThat(told("It hangs.", "no log", LogGlance.NOTHING, Specimens.healthy()).tells()).isFalse();
        assertThat(told("It hangs.", "POST /mcp 405", LogGlance.NOTHING, Specimens.healthy()).tells()).isTrue();
    }
}
