package mcpauth0.auth0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.function.Predicate;
import mcpauth0.demo.PracticePair;
import mcpauth0.demo.PracticePair.Options;
import mcpauth0.demo.Seen;
import mcpauth0.http.FailureException;
import mcpauth0.plan.Journal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The API that exists only to be refused, and that it leaves nothing. */
class DecoyTest {

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Bench bench;

    @SuppressWarnings("NullAway.Init")
    private String first;

    @BeforeEach
    void start() throws Exception {
        bench = new Bench(Options.of(PracticePair.Start.HEALTHY), folder);
        first = bench.state();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private static Predicate<Seen> call(String method, String part) {
        return seen -> seen.method().equals(method) && seen.path().contains("/api/v2/" + part);
    }

    @Test
    void givesAGenuineTokenForAnAudienceThatNobodyHasAndLeavesNothing() throws Exception {
        var decoy = Decoy.make(bench.tenant(), bench.journal());
        assertThat(decoy.audience()).matches("https://[0-9a-f-]{36}\\.invalid/");
        var claims = SignedJWT.parse(decoy.token().reveal()).getJWTClaimsSet();
        assertThat(claims.getAudience()).containsExactly(decoy.audience());
        assertThat(claims.getIssuer()).isEqualTo("https://" + bench.pair.domain() + "/");
        assertThat(claims.getExpirationTime().toInstant()).isBeforeOrEqualTo(Instant.now().plusSeconds(300));
        assertThat(bench.state()).isNotEqualTo(first).contains(decoy.audience());
        // One that is in use is not swept away.
        assertThat(Decoy.sweep(bench.tenant(), bench.journal())).isEmpty();
        assertThat(bench.state()).contains(decoy.audience());
        Thread.currentThread().interrupt();
        decoy.close();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(decoy.leftBehind()).isEmpty();
        assertThat(bench.state()).isEqualTo(first);
        assertThat(bench.start().recover()).singleElement()
                .satisfies(entry -> assertThat(entry.state()).isEqualTo(Journal.State.UNDONE));
    }

    @Test
    void whatItMadeIsDeletedWhenTheRestFails() throws Exception {
        for (var part : new String[]{"resource-servers", "clients", "client-grants"}) {
            bench.pair.tenant().failNext(call("POST", part), 403);
            assertThatThrownBy(() -> Decoy.make(bench.tenant(), bench.journal())).isInstanceOf(FailureException.class);
            assertThat(bench.state()).as(part).isEqualTo(first);
            bench.pair.tenant().loseAnswer(call("POST", part));
            assertThatThrownBy(() -> Decoy.make(bench.tenant(), bench.journal())).isInstanceOf(FailureException.class);
            assertThat(bench.state()).as(part).isEqualTo(first);
        }
        bench.pair.tenant().failNext(seen -> seen.path().equals("/oauth/token") && isDecoyThere(), 500);
        assertThatThrownBy(() -> Decoy.make(bench.tenant(), bench.journal())).isInstanceOf(FailureException.class);
        assertThat(bench.state()).isEqualTo(first);
    }

    private boolean isDecoyThere() {
        return bench.state().contains(".invalid/");
    }

    @Test
    void whatACrashLeftIsSweptAwayAndWhatResistsIsListed() throws Exception {
        final class Killed extends RuntimeException {
            private static final long serialVersionUID = 1;
        }
        for (var n = 1; n <= 4; n++) {
            var last = n;
            var count = new int[1];
            var before = Journal.open(folder.resolve("before-" + n), bench.pair.domain());
            assertThatThrownBy(() -> Decoy.make(bench.tenant(_ -> {
                if (++count[0] == last)
                    throw new Killed();
            }), before)).isInstanceOf(Killed.class);
            assertThat(bench.state()).isNotEqualTo(first);
            // The end of a process gives its locks back; here a copy stands for that.
            var journal = Journal.open(folder.resolve("after-" + n), bench.pair.domain());
            Files.copy(before.file(), journal.file(), StandardCopyOption.REPLACE_EXISTING);
            if (n == 3) {
                bench.pair.tenant().failNext(call("DELETE", "clients/"), 500);
                assertThat(Decoy.sweep(bench.tenant(), journal)).singleElement().asString().startsWith("clients/");
            }
            assertThat(Decoy.sweep(bench.tenant(), journal)).isEmpty();
            assertThat(bench.state()).as("killed after request " + n).isEqualTo(first);
            assertThat(journal.entries()).singleElement()
                    .satisfies(entry -> assertThat(entry.state()).isEqualTo(Journal.State.UNDONE));
        }
    }
}
