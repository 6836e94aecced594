package mcpauth0.auth0;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import mcpauth0.demo.PracticePair;
import mcpauth0.demo.PracticePair.Options;
import mcpauth0.demo.Seen;
import mcpauth0.http.Exchange;
import mcpauth0.plan.Change;
import mcpauth0.plan.Journal;
import mcpauth0.plan.Outcome;
import mcpauth0.plan.Plan;
import mcpauth0.plan.Progress;
import mcpauth0.plan.Step;
import mcpauth0.text.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every step, whatever is registered. */
class StepLawsTest {

    /** Odd, so that both ways of going on come about; the full profile ends a real process at every request. */
    private static final int SOME = 3;

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Bench bench;

    @BeforeEach
    void start() throws Exception {
        bench = new Bench(Options.of(PracticePair.Start.BLANK), folder);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    static Stream<String> steps() {
        return Steps.all().stream().map(Step::id);
    }

    /** The steps of a plain set-up. */
    private List<String> plain() {
        return Steps.wanted(bench.setup()).stream().map(Step::id).toList();
    }

    static Stream<Arguments> stepsAndBeginnings() {
        return steps().flatMap(id -> Stream.of(Arguments.of(id, false), Arguments.of(id, true)));
    }

    @ParameterizedTest
    @MethodSource("stepsAndBeginnings")
    void isAppliedOnceAndTakenBackWhole(String id, boolean halfDone) throws Exception {
        bench.older();
        if (halfDone)
            bench.halfDone();
        var first = bench.state();
        var applier = bench.start();
        var before = bench.count();
        var plan = applier.planFor(bench.everything(), id);
        assertThat(bench.since(before)).isNotEmpty().allMatch(Seen::read);
        assertThat(plan.writes()).extracting(Plan.Item::step).contains(id);

        assertThat(applier.apply(plan, Progress.SILENT)).isInstanceOf(Outcome.Proven.class);
        assertThat(bench.state()).isNotEqualTo(first);
        assertThat(applier.planFor(bench.everything(), id).items()).extracting(Plan.Item::change)
                .containsExactly(new Change.Nothing());

        before = bench.count();
        assertThat(bench.start().apply(plan, Progress.SILENT)).isEqualTo(new Outcome.Proven(List.of()));
        assertThat(bench.since(before)).allMatch(Seen::read);

        bench.undoAll();
        assertThat(bench.state()).isEqualTo(first);
        assertThat(bench.journal().entries()).isNotEmpty()
                .allMatch(entry -> entry.state() == Journal.State.UNDONE);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void namesItsNeedsBeforeItself(String id) {
        var order = steps().toList();
        var step = Steps.all().get(order.indexOf(id));
        assertThat(step.needs())
                .allSatisfy(need -> assertThat(order.indexOf(need)).isBetween(0, order.indexOf(id) - 1));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void hasItsTexts(String id) {
        var texts = Texts.english();
        for (var key : List.of("title", "lead", "change"))
            assertThat(texts.has("step." + id + "." + key)).as("step." + id + "." + key).isTrue();
    }

    @Test
    void theWholeTakesFewRequestsAndAllPlannedCallsAreThoseThatAreSent() throws Exception {
        var tenant = bench.tenant();
        var applier = bench.start(tenant);
        var before = bench.count();
        var plan = applier.plan(bench.setup());
        assertThat(plan.items()).extracting(Plan.Item::step).containsExactlyElementsOf(plain());
        assertThat(plan.refusals()).isEmpty();
        assertThat(plan.writes()).hasSize(6);
        assertThat(applier.apply(plan, Progress.SILENT)).isEqualTo(new Outcome.Proven(plain()));
        var seen = bench.since(before);
        assertThat(seen).as("one more for the default audience, which nobody needs by default")
                .hasSizeLessThanOrEqualTo(21);
        assertThat(seen).filteredOn(request -> !request.read())
                .extracting(request -> request.method() + " " + request.path().substring("/api/v2/".length()))
                .containsExactlyElementsOf(plan.writes().stream().map(Plan.Item::change)
                        .map(Change.Write.class::cast).flatMap(write -> write.calls().stream())
                        .map(call -> call.method() + " " + call.path()).toList());
        var needed = Permissions.needed(bench.setup());
        assertThat(needed).containsAll(plan.scopes());
        assertThat(bench.start(bench.tenant(needed)).plan(bench.setup()).writes()).isEmpty();
    }

    @Test
    void aFullSetupOfABlankTenantTakesAtMostTwentyRequests() throws Exception {
        var setup = bench.setup().withDefaultAudience(false);
        var before = bench.count();
        var plan = bench.start().plan(setup);
        assertThat(bench.start().apply(plan, Progress.SILENT)).isInstanceOf(Outcome.Proven.class);
        assertThat(bench.since(before)).hasSizeLessThanOrEqualTo(20).extracting(Seen::path)
                .filteredOn(path -> path.endsWith("/users")).as("what is only told is counted once").hasSize(1);
    }

    /** Every text that a plan of any kind may show is there: steps, effects, permissions. */
    @Test
    void everyEffectAndPermissionHasItsText() throws Exception {
        var texts = Texts.english();
        bench.older();
        bench.halfDone();
        for (var item : bench.start().plan(bench.everything().withConnections(
                List.of("Username-Password-Authentication", "google-oauth2"))).items()) {
            assertThat(texts.get(item.titleKey(), item.titleValues())).doesNotContain("{");
            var write = (Change.Write) item.change();
            for (var effect : write.effects())
                assertThat(texts.get("step." + item.step() + ".effect." + effect.key(), effect.values()))
                        .doesNotContain("{");
        }
        for (var list : List.of(Permissions.needed(bench.everything()), Permissions.undo(bench.everything()),
                Decoy.permissions()))
            for (var scope : list)
                assertThat(texts.has("permission." + scope + ".why")).as(scope).isTrue();
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** The program ends as soon as the answer to its {@code n}th request is there. */
    private static java.util.function.Consumer<Exchange> killAfter(int n) {
        var count = new int[1];
        return _ -> {
            if (++count[0] == n)
                throw new Killed();
        };
    }

    private static Predicate<Seen> nthWrite(int n) {
        var count = new int[1];
        return seen -> !seen.read() && seen.path().startsWith("/api/v2/") && ++count[0] == n;
    }

    /** Gives whether the program was ended before it was done. */
    private boolean killedWhileApplying(int n) throws Exception {
        try {
            var applier = bench.start(bench.tenant(killAfter(n)));
            applier.apply(applier.plan(bench.everything()), Progress.SILENT);
            return false;
        } catch (Killed e) {
            return true;
        }
    }

    private boolean killedWhileUndoing(int n) throws Exception {
        try {
            bench.start(bench.tenant(killAfter(n))).undo(List.of(), Progress.SILENT);
            return false;
        } catch (Killed e) {
            return true;
        }
    }

    private void finishes() throws Exception {
        var applier = bench.start();
        assertThat(applier.recover()).noneMatch(entry -> entry.state() == Journal.State.OPEN);
        bench.applyAll(bench.everything());
        assertThat(bench.start().plan(bench.everything()).writes()).isEmpty();
    }

    @Test
    void killedAfterAnyRequestOfApplyingARestartFinishesOrTakesBack() throws Exception {
        bench.older();
        var first = bench.state();
        var n = 1;
        for (; killedWhileApplying(n); n += SOME) {
            if (n % 2 == 0)
                finishes();
            bench.undoAll();
            assertThat(bench.state()).as("killed after request " + n).isEqualTo(first);
            bench.rest();
        }
        assertThat(n).isGreaterThan(30);
        bench.undoAll();
        for (n = 1; killedWhileApplying(n); n += SOME) {
            if (n % 2 != 0)
                finishes();
            bench.undoAll();
            assertThat(bench.state()).as("killed after request " + n).isEqualTo(first);
            bench.rest();
        }
    }

    @Test
    void killedAfterAnyRequestOfTakingBackARestartFinishesOrAppliesAgain() throws Exception {
        bench.older();
        var first = bench.state();
        bench.applyAll(bench.everything());
        var n = 1;
        for (; killedWhileUndoing(n); n += SOME) {
            if (n % 2 == 0)
                bench.undoAll();
            else
                finishes();
            if (n % 2 == 0)
                assertThat(bench.state()).as("killed after request " + n).isEqualTo(first);
            bench.applyAll(bench.everything());
            bench.rest();
        }
        assertThat(n).isGreaterThan(25);
        assertThat(bench.state()).isEqualTo(first);
    }

    @Test
    void aWriteThatIsLostOnTheWayOrWhoseAnswerIsCanBeFinishedOrTakenBack() throws Exception {
        var first = bench.state();
        for (var done : List.of(false, true))
            for (var n = 1; n <= 6; n++) {
                if (done)
                    bench.pair.tenant().loseAnswer(nthWrite(n));
                else
                    bench.pair.tenant().dropNext(nthWrite(n));
                var applier = bench.start();
                var plan = applier.plan(bench.setup());
                var outcome = applier.apply(plan, Progress.SILENT);
                assertThat(outcome).isInstanceOfSatisfying(Outcome.Stopped.class, stopped -> {
                    assertThat(stopped.done().size() + stopped.left().size()).isEqualTo(6);
                    assertThat(stopped.left()).startsWith(stopped.step());
                });
                assertThat(outcome.done()).hasSize(n - 1);
                // The approved plan goes on where it was stopped.
                if (n % 2 == 0)
                    assertThat(bench.start().apply(plan, Progress.SILENT)).isInstanceOf(Outcome.Proven.class);
                bench.undoAll();
                assertThat(bench.state()).as("write " + n + (done ? " done" : " not done")).isEqualTo(first);
            }
    }
}
