package mcpauth0.auth0;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import mcpauth0.demo.PracticePair;
import mcpauth0.demo.PracticePair.Options;
import mcpauth0.demo.Seen;
import mcpauth0.http.Failure;
import mcpauth0.http.FailureException;
import mcpauth0.plan.Applier;
import mcpauth0.plan.Change;
import mcpauth0.plan.Journal;
import mcpauth0.plan.Newer;
import mcpauth0.plan.Outcome;
import mcpauth0.plan.Plan;
import mcpauth0.plan.Progress;
import mcpauth0.plan.Reversal;
import mcpauth0.setup.Registration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What applying and taking back do when the world does not hold still. */
class ApplyingTest {

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

    /** Calls the consumer with the step that was just proven. */
    private static Progress after(Consumer<String> each) {
        return new Progress() {
            @Override
            public void proven(String step, int index, int count) {
                each.accept(step);
            }
        };
    }

    private List<Seen> writesSince(int before) {
        return bench.since(before).stream().filter(seen -> !seen.read()).toList();
    }

    @Test
    void whatChangedSinceTheApprovalIsShownInsteadOfWrittenOver() throws Exception {
        var applier = bench.start();
        var plan = applier.plan(bench.setup());
        bench.pair.tenant().change(state -> state.settings().put("resource_parameter_profile", "compatibility"));
        var before = bench.count();
        assertThat(applier.apply(plan, Progress.SILENT)).isInstanceOfSatisfying(Outcome.Drifted.class, drifted -> {
            assertThat(drifted.now()).isNotEqualTo(plan);
            assertThat(drifted.now().writes()).hasSize(6);
        });
        assertThat(writesSince(before)).isEmpty();
        assertThat(bench.journal().entries()).isEmpty();
    }

    @Test
    void aPlanIsForOneTenant() throws Exception {
        var applier = bench.start();
        var plan = applier.plan(bench.setup());
        var foreign = new Plan("other.eu.auth0.com", plan.setup(), plan.items());
        assertThatThrownBy(() -> applier.apply(foreign, Progress.SILENT)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> applier.planFor(bench.setup(), "no-such-step"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatSomebodyChangedByHandIsNotTakenBack() throws Exception {
        bench.applyAll();
        var api = bench.journal().entries().getFirst();
        var state = bench.state();
        var before = bench.count();
        assertThat(bench.start().undo(List.of(api.id()), Progress.SILENT))
                .isInstanceOfSatisfying(Outcome.NotSettled.class, held -> {
                    assertThat(held.step()).isEqualTo("create-api");
                    assertThat(held.still()).isEqualTo(new Change.Refused("in-use", List.of(bench.pair.mcpUrl())));
                });
        assertThat(writesSince(before)).isEmpty();
        assertThat(bench.state()).isEqualTo(state);
        bench.pair.tenant().change(tenant -> requireNonNull(tenant.api(bench.pair.mcpUrl())).put("name", "Renamed"));
        assertThat(bench.start().undo(List.of(), Progress.SILENT)).isInstanceOfSatisfying(Outcome.NotSettled.class,
                held -> {
                    assertThat(held.done()).containsExactly("open-registration", "promote-connections",
                            "set-default-audience", "understand-resource", "grant-third-party-clients");
                    assertThat(held.still()).isInstanceOfSatisfying(Change.Diverged.class,
                            diverged -> assertThat(diverged.fields()).singleElement().satisfies(field -> {
                                assertThat(field.name()).isEqualTo("name");
                                assertThat(field.before()).isNull();
                                assertThat(field.written()).isEqualTo(TextNode.valueOf("Practice tools"));
                                assertThat(field.now()).isEqualTo(TextNode.valueOf("Renamed"));
                            }));
                    assertThat(held.left()).containsExactly("create-api");
                });
        assertThat(bench.journal().entries()).extracting(Journal.Entry::state).containsExactly(Journal.State.DONE,
                Journal.State.UNDONE, Journal.State.UNDONE, Journal.State.UNDONE, Journal.State.UNDONE,
                Journal.State.UNDONE);
    }

    /** The id of the change that this step made, and what stands against taking it back. */
    private Map<String, Newer.Choice> choice(Applier<Tenant> applier, String step, Newer newer) throws Exception {
        var reversal = applier.planUndo(List.of()).stream().filter(each -> each.entry().step().equals(step)).findFirst()
                .orElseThrow();
        return Map.of(reversal.entry().id(), new Newer.Choice(newer, (Change.Diverged) reversal.change()));
    }

    private void byHand(boolean iss) {
        bench.pair.tenant().change(
                state -> state.settings().put("authorization_response_iss_parameter_supported", iss));
    }

    @Test
    void aNewerValueIsKeptOrReplacedAsTheOperatorChooses() throws Exception {
        byHand(false);
        var first = bench.state();
        bench.applyAll();
        byHand(false);
        var applier = bench.start();
        var before = bench.count();
        assertThat(applier.planUndo(List.of())).hasSize(6).filteredOn(each -> each.change() instanceof Change.Write)
                .hasSize(6);
        assertThat(writesSince(before)).isEmpty();
        bench.undoAll();
        assertThat(bench.state()).as("what is as it was before needs no choice").isEqualTo(first);

        bench.applyAll();
        bench.pair.tenant().change(state -> state.settings().put("default_audience", "https://newer.example/"));
        assertThat(applier.undo(List.of(), choice(applier, "set-default-audience", Newer.KEEP), Progress.SILENT))
                .isInstanceOf(Outcome.Proven.class);
        assertThat(bench.state()).isEqualTo(
                first.replace("\"default_audience\" : \"\"", "\"default_audience\" : \"https://newer.example/\""))
                .isNotEqualTo(first);

        bench.pair.tenant().change(state -> state.settings().put("default_audience", ""));
        bench.applyAll();
        bench.pair.tenant().change(state -> {
            state.settings().put("default_audience", "https://newer.example/");
            requireNonNull(state.api(bench.pair.mcpUrl())).put("name", "Renamed");
        });
        var choices = new HashMap<>(choice(applier, "set-default-audience", Newer.REPLACE));
        choices.putAll(choice(applier, "create-api", Newer.REPLACE));
        assertThat(applier.undo(List.of(), choices, Progress.SILENT)).isInstanceOf(Outcome.Proven.class);
        assertThat(bench.state()).isEqualTo(first);
    }

    /** Two changes of ours to one object are no quarrel with anybody. */
    @Test
    void whatThisProgramChangedTwiceIsTakenBackWithoutAQuestion() throws Exception {
        var first = bench.state();
        bench.applyAll();
        var more = bench.setup().withApi(bench.setup().api().withName("Renamed by us"));
        bench.applyAll(more);
        var applier = bench.start();
        assertThat(applier.planUndo(List.of())).hasSize(7).extracting(Reversal::change)
                .allMatch(Change.Write.class::isInstance);
        bench.undoAll();
        assertThat(bench.state()).isEqualTo(first);
    }

    /** What a choice was about may be gone once a newer change was taken back: then it is asked anew. */
    @Test
    void aChoiceThatNoLongerFitsIsNotTakenForAnother() throws Exception {
        bench.applyAll();
        bench.applyAll(bench.setup().withApi(bench.setup().api().withName("Renamed by us")));
        var applier = bench.start();
        var made = bench.journal().entries().getFirst();
        var seen = new Change.Diverged("resource-servers/x", List.of(), List.of());
        assertThat(applier.undo(List.of(), Map.of(made.id(), new Newer.Choice(Newer.KEEP, seen)), Progress.SILENT))
                .isInstanceOfSatisfying(Outcome.NotSettled.class,
                        held -> assertThat(held.left()).containsExactly("create-api"));
        assertThat(bench.state()).contains("Practice tools");
    }

    @Test
    void equalApplicationsAreMadeOnceAndNoneIsLeft() throws Exception {
        var first = bench.state();
        var wish = new Registration.Application("cursor", "Cursor", List.of("http://localhost:8787/callback"), false);
        bench.applyAll(bench.setup().withRegistration(
                new Registration(false, false, List.of(), List.of(wish, wish))));
        assertThat(bench.tenant().snapshot().clients()).filteredOn(client -> client.name().equals("Cursor"))
                .hasSize(1);
        bench.undoAll();
        assertThat(bench.state()).isEqualTo(first);
    }

    /** Somebody else was faster with the same API: ours was refused, so theirs is not ours to delete. */
    @Test
    void whatSomebodyElseMadeAtTheSameMomentStaysTheirs() throws Exception {
        var applier = bench.start();
        var plan = applier.plan(bench.setup());
        var call = ((Change.Write) plan.items().getFirst().change()).calls().getFirst();
        var other = bench.tenant();
        var outcome = applier.apply(plan, new Progress() {
            @Override
            public void starting(String step, int index, int count) {
                if (step.equals("create-api"))
                    try {
                        other.call(call);
                    } catch (FailureException e) {
                        throw new AssertionError(e);
                    }
            }
        });
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Stopped.class,
                stopped -> assertThat(stopped.failure()).isInstanceOf(Failure.Refused.class));
        assertThat(bench.journal().entries()).extracting(Journal.Entry::state).containsExactly(Journal.State.FAILED);
        bench.undoAll();
        assertThat(bench.state()).contains("Practice tools");
    }

    @Test
    void aChangeOfSeveralRequestsGoesOnWhereItWasStopped() throws Exception {
        var setup = bench.setup().withConnections(List.of("Username-Password-Authentication", "google-oauth2"));
        var applier = bench.start();
        var plan = applier.plan(setup);
        var count = new int[1];
        bench.pair.tenant().dropNext(seen -> seen.method().equals("PATCH") && seen.path().contains("/connections/")
                && ++count[0] == 2);
        assertThat(applier.apply(plan, Progress.SILENT)).isInstanceOfSatisfying(Outcome.Stopped.class,
                stopped -> assertThat(stopped.step()).isEqualTo("promote-connections"));
        assertThat(bench.start().apply(plan, Progress.SILENT)).isInstanceOf(Outcome.Proven.class);
        assertThat(bench.start().plan(setup).writes()).isEmpty();
    }

    @Test
    void aChoiceHoldsForWhatWasSeenAlone() throws Exception {
        bench.applyAll();
        bench.pair.tenant().change(state -> state.settings().put("default_audience", "https://newer.example/"));
        var applier = bench.start();
        var choices = choice(applier, "set-default-audience", Newer.REPLACE);
        bench.pair.tenant().change(state -> state.settings().put("default_audience", "https://newest.example/"));
        assertThat(applier.undo(List.of(), choices, Progress.SILENT)).isInstanceOfSatisfying(Outcome.NotSettled.class,
                held -> {
                    assertThat(held.step()).isEqualTo("set-default-audience");
                    assertThat(held.done()).hasSize(5);
                    assertThat(held.left()).containsExactly("set-default-audience");
                });
        assertThat(bench.state()).contains("https://newest.example/");
    }

    @Test
    void aMissingPermissionIsNoticedBeforeAnythingIsWritten() throws Exception {
        var permissions = new ArrayList<>(Permissions.needed(bench.setup()));
        permissions.remove("create:client_grants");
        var applier = bench.start(bench.tenant(permissions));
        var before = bench.count();
        assertThat(applier.apply(applier.plan(bench.setup()), Progress.SILENT))
                .isEqualTo(new Outcome.Lacking(List.of("create:client_grants")));
        assertThat(writesSince(before)).isEmpty();
        bench.applyAll();
        assertThat(bench.start(bench.tenant(Permissions.needed(bench.setup()))).undo(List.of(), Progress.SILENT))
                .isInstanceOfSatisfying(Outcome.Lacking.class,
                        lacking -> assertThat(lacking.permissions())
                                .containsExactly("delete:client_grants", "delete:resource_servers"));
        var some = bench.tenant(List.of("read:tenant_settings"));
        assertThatThrownBy(some::snapshot).hasMessage("refused");
    }

    @Test
    void aRefusalInTheMiddleKeepsWhatIsDoneAndSaysWhatIsLeft() throws Exception {
        bench.pair.tenant().failNext(seen -> seen.method().equals("POST") && seen.path().endsWith("/client-grants"),
                403);
        var applier = bench.start();
        var plan = applier.plan(bench.setup());
        assertThat(applier.apply(plan, Progress.SILENT)).isInstanceOfSatisfying(Outcome.Stopped.class, stopped -> {
            assertThat(stopped.step()).isEqualTo("grant-third-party-clients");
            assertThat(stopped.failure()).isInstanceOf(Failure.Refused.class);
            assertThat(stopped.done()).containsExactly("create-api");
            assertThat(stopped.left()).containsExactly("grant-third-party-clients", "understand-resource",
                    "set-default-audience", "promote-connections", "open-registration");
        });
        assertThat(bench.journal().entries()).extracting(Journal.Entry::state).containsExactly(Journal.State.DONE,
                Journal.State.FAILED);
        var again = new ArrayList<String>();
        assertThat(applier.apply(plan, after(again::add))).isInstanceOf(Outcome.Proven.class);
        assertThat(again).doesNotContain("create-api").hasSize(5);
    }

    @Test
    void cancellingStopsBetweenTwoChanges() throws Exception {
        var applier = bench.start();
        var plan = applier.plan(bench.setup());
        var caller = Thread.currentThread();
        var outcome = applier.apply(plan, after(_ -> {
            caller.interrupt();
            // The change that is under way when the interruption arrives is finished.
            while (caller.isInterrupted())
                Thread.onSpinWait();
        }));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Cancelled.class, cancelled -> {
            assertThat(cancelled.done()).hasSizeBetween(1, 5);
            assertThat(cancelled.done().size() + cancelled.left().size()).isEqualTo(6);
        });
        assertThat(bench.journal().entries()).hasSameSizeAs(outcome.done())
                .allMatch(entry -> entry.state() == Journal.State.DONE);
        assertThat(applier.apply(plan, Progress.SILENT)).isInstanceOf(Outcome.Proven.class);
    }

    @Test
    void onlyOneChangesATenantAtATime() throws Exception {
        var applier = bench.start();
        var plan = applier.plan(bench.setup());
        try (var hold = bench.journal().hold("changes")) {
            assertThat(hold).isNotNull();
            assertThat(bench.start().apply(plan, Progress.SILENT)).isEqualTo(new Outcome.Busy());
            assertThat(bench.start().undo(List.of(), Progress.SILENT)).isEqualTo(new Outcome.Busy());
            assertThat(bench.start().recover()).isEmpty();
        }
    }

    @Test
    void aYesThatIsNotKeptIsFoundByReadingBack() throws Exception {
        var applier = bench.start();
        var outcome = applier.apply(applier.plan(bench.setup()), after(step -> {
            if (step.equals("open-registration"))
                bench.pair.tenant().change(state -> state.settings().put("resource_parameter_profile", "audience"));
        }));
        assertThat(outcome).isInstanceOfSatisfying(Outcome.NotSettled.class, held -> {
            assertThat(held.step()).isEqualTo("understand-resource");
            assertThat(held.still()).isInstanceOf(Change.Write.class);
            assertThat(held.done()).doesNotContain("understand-resource").contains("open-registration");
        });
    }

    @Test
    void whatCannotBeDoneKeepsRegistrationClosed() throws Exception {
        var applier = bench.start();
        var plan = applier.planFor(bench.setup().withConnections(List.of()), "open-registration");
        assertThat(plan.items()).extracting(Plan.Item::step).containsExactly("create-api", "grant-third-party-clients",
                "understand-resource", "promote-connections", "open-registration");
        var before = bench.count();
        assertThat(applier.apply(plan, Progress.SILENT)).isInstanceOfSatisfying(Outcome.NotSettled.class, held -> {
            assertThat(held.step()).isEqualTo("promote-connections");
            assertThat(held.still()).isEqualTo(new Change.Refused("none-chosen", List.of()));
        });
        assertThat(writesSince(before)).isEmpty();
    }

    @Test
    void aCureBringsItsUnmetNeedsAndNoOthers() throws Exception {
        bench.applyAll();
        bench.pair.tenant().change(state -> {
            state.settings().withObject("flags").put("enable_dynamic_client_registration", false);
            state.grants().removeIf(grant -> grant.path("default_for").isTextual());
        });
        var applier = bench.start();
        var cure = applier.planFor(bench.setup(), "open-registration");
        assertThat(cure.items()).extracting(Plan.Item::step).containsExactly("grant-third-party-clients",
                "open-registration");
        assertThat(applier.apply(cure, Progress.SILENT)).isInstanceOf(Outcome.Proven.class);
    }

    /**
     * From the button to "proven": with two connections, on the plan that lets two requests a second through. Nothing is
     * refused for coming too early, and no pause is longer than the limit makes it.
     */
    @Test
    void aFullSetupIsAsFastAsTheFreePlansLimitLetsIt() throws Exception {
        try (var free = new Bench(Options.of(PracticePair.Start.BLANK).onFreePlan(), folder.resolve("free"))) {
            var pauses = new ArrayList<Duration>();
            var refused = new ArrayList<Integer>();
            var tenant = free.tenant(exchange -> {
                if (requireNonNull(exchange.answer()).status() == 429)
                    refused.add(exchange.n());
            });
            var setup = free.setup().withConnections(List.of("Username-Password-Authentication", "google-oauth2"));
            var applier = free.start(tenant);
            var plan = applier.plan(setup);
            var before = free.count();
            var begun = System.nanoTime();
            var outcome = applier.apply(plan, new Progress() {
                @Override
                public void waiting(Duration pause) {
                    pauses.add(pause);
                }
            });
            var millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
            assertThat(outcome).isInstanceOf(Outcome.Proven.class);
            var requests = free.since(before).size();
            var paused = pauses.stream().reduce(Duration.ZERO, Duration::plus);
            System.out.printf("A full set-up on a free plan: %d Management API requests in %,d ms, %,d ms of pauses; "
                    + "two a second, none left by reading, need %,d ms.%n", requests, millis, paused.toMillis(),
                    requests * 500L);
            assertThat(requests).isLessThanOrEqualTo(20);
            assertThat(refused).isEmpty();
            assertThat(pauses).isNotEmpty().allMatch(pause -> pause.toMillis() <= 500);
        }
    }

    @Test
    void noSecretReachesTheDisk() throws Exception {
        bench.applyAll();
        try (var decoy = Decoy.make(bench.tenant(), bench.journal())) {
            assertThat(Files.readString(bench.journal().file())).isNotBlank()
                    .doesNotContain(bench.pair.clientSecret(), decoy.token().reveal(), "client_secret\":")
                    .doesNotContain("eyJ");
        }
    }
}
