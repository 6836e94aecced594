package mcpauth0.auth0;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import mcpauth0.demo.Past;
import mcpauth0.demo.PracticePair;
import mcpauth0.demo.PracticePair.Options;
import mcpauth0.http.Json;
import mcpauth0.plan.Change;
import mcpauth0.plan.Journal;
import mcpauth0.plan.Newer;
import mcpauth0.plan.Outcome;
import mcpauth0.plan.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator needs once everything is set up: who changed what, whom nobody uses any more, and how to leave. */
class AfterwardsTest {

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

    private List<Drift> drifts() throws Exception {
        var tenant = bench.tenant();
        return Drift.explained(Drift.find(bench.journal().entries(), tenant.snapshot()),
                Logs.of(tenant).orElseThrow());
    }

    @Test
    void namesTheValueThatWasChangedSinceAndWhoChangedIt() throws Exception {
        bench.applyAll();
        assertThat(drifts()).isEmpty();
        bench.pair.tenant().dashboard("Lin Chen", "PATCH", "tenants/settings",
                "{\"resource_parameter_profile\":\"audience\"}");
        var grant = bench.tenant().snapshot().grants().stream().filter(one -> one.defaultFor() != null).findFirst()
                .orElseThrow();
        bench.pair.tenant().dashboard("Bea Ortiz", "DELETE", "client-grants/" + grant.id(), "");

        var found = drifts();

        assertThat(found).extracting(Drift::step, Drift::field).containsExactlyInAnyOrder(
                org.assertj.core.groups.Tuple.tuple("understand-resource", "resource_parameter_profile"),
                org.assertj.core.groups.Tuple.tuple("grant-third-party-clients", ""));
        assertThat(found).filteredOn(drift -> !drift.field().isEmpty()).singleElement().satisfies(drift -> {
            assertThat(String.valueOf(drift.ours())).isEqualTo("\"compatibility\"");
            assertThat(String.valueOf(drift.now())).isEqualTo("\"audience\"");
            var culprit = Objects.requireNonNull(drift.by());
            assertThat(culprit.who()).containsIgnoringCase("lin");
            assertThat(culprit.where()).isEqualTo(Drift.Culprit.Where.DASHBOARD);
            assertThat(culprit.at()).isAfterOrEqualTo(drift.since());
        });
        assertThat(found).filteredOn(drift -> drift.field().isEmpty()).singleElement()
                .satisfies(drift -> assertThat(Objects.requireNonNull(drift.by()).who()).containsIgnoringCase("bea"));
    }

    @Test
    void ourOwnWritingIsNobodysChangeWhereTheLogDoesNotHaveTheOther() throws Exception {
        bench.applyAll();
        bench.pair.tenant().change(state -> state.settings().put("resource_parameter_profile", "audience"));
        assertThat(drifts()).singleElement().satisfies(drift -> assertThat(drift.by()).isNull());
    }

    @Test
    void whoChangedItBeforeItWasSetToOursAgainIsNotBlamedForWhatCameAfter() throws Exception {
        bench.applyAll();
        for (var value : List.of("audience", "compatibility"))
            bench.pair.tenant().dashboard("Lin Chen", "PATCH", "tenants/settings",
                    "{\"resource_parameter_profile\":\"" + value + "\"}");
        bench.pair.tenant().change(state -> state.settings().put("resource_parameter_profile", "audience"));
        assertThat(drifts()).singleElement().satisfies(drift -> assertThat(drift.by()).isNull());
    }

    @Test
    void whatWasDoneWithOurOwnApplicationIsSaidToBeItsAndNoPersons() throws Exception {
        bench.applyAll();
        bench.tenant().call(new Change.Call("PATCH", "tenants/settings",
                Json.object().put("resource_parameter_profile", "audience")));
        var grant = bench.tenant().snapshot().grants().stream().filter(one -> one.defaultFor() != null).findFirst()
                .orElseThrow();
        bench.tenant().call(new Change.Call("DELETE", "client-grants/" + grant.id(), null));
        assertThat(drifts()).hasSize(2).allSatisfy(drift -> {
            var culprit = Objects.requireNonNull(drift.by());
            assertThat(culprit.where()).isEqualTo(Drift.Culprit.Where.OWN);
            assertThat(culprit.who()).isEqualTo(bench.pair.clientId());
        });
    }

    @Test
    void whatIsWrittenBackToOursIsNoDriftAnyMore() throws Exception {
        bench.applyAll();
        bench.pair.tenant().dashboard("Lin Chen", "PATCH", "tenants/settings",
                "{\"resource_parameter_profile\":\"audience\"}");
        bench.pair.tenant().dashboard("Lin Chen", "PATCH", "tenants/settings",
                "{\"resource_parameter_profile\":\"compatibility\"}");
        assertThat(drifts()).isEmpty();
    }

    private static List<ThirdParty> members(Registrations all) {
        return all.groups().stream().flatMap(group -> group.members().stream()).toList();
    }

    private List<ThirdParty> stale(Registrations all) {
        return members(all).stream().filter(all::stale).toList();
    }

    @Test
    void fiftyEightClientsBecomeTheTwelveThatAreUsedAndCanBeMadeAgain() throws Exception {
        var live = new ArrayList<String>();
        bench.pair.tenant().past(past -> live.addAll(past.forgotten()));
        var before = bench.pair.tenant().state().path("clients");

        var found = Registrations.read(bench.tenant());

        assertThat(found.count()).isEqualTo(58);
        assertThat(found.groups()).hasSize(5);
        var stale = stale(found);
        assertThat(stale).extracting(ThirdParty::id).hasSize(46).doesNotContainAnyElementsOf(live);

        var retirement = new Retirement(bench.tenant(), bench.journal());
        var result = retirement.retire(stale, Progress.SILENT, () -> false);
        assertThat(result.failure()).isNull();
        assertThat(result.done()).hasSize(46);
        assertThat(members(Registrations.read(bench.tenant()))).extracting(ThirdParty::id)
                .containsExactlyInAnyOrderElementsOf(live);

        var retired = Retirement.retired(bench.journal().entries());
        assertThat(retirement.restore(retired, Progress.SILENT, () -> false).done()).hasSize(46);
        var again = members(Registrations.read(bench.tenant()));
        assertThat(again).hasSize(58);
        assertThat(again).extracting(one -> one.name() + one.callbacks()).containsExactlyInAnyOrderElementsOf(
                members(found).stream().map(one -> one.name() + one.callbacks()).toList());
        assertThat(again).extracting(ThirdParty::id).doesNotContainAnyElementsOf(
                stale.stream().map(ThirdParty::id).toList());
        assertThat(Retirement.retired(bench.journal().entries())).isEmpty();
        assertThat(before).hasSize(bench.pair.tenant().state().path("clients").size());
        assertThat(Files.readString(bench.journal().file())).doesNotContain("client_secret");
    }

    @Test
    void aClientThatIsUsedBetweenLookingAndRetiringIsSpared() throws Exception {
        bench.pair.tenant().past(Past::forgotten);
        var stale = stale(Registrations.read(bench.tenant()));
        var used = stale.getFirst();
        bench.pair.tenant().past(past -> past.used(used.id(), Instant.now().minusSeconds(3)));

        var result = new Retirement(bench.tenant(), bench.journal()).retire(stale.subList(0, 2), Progress.SILENT,
                () -> false);

        assertThat(result.spared()).containsExactly(used.name());
        assertThat(bench.state()).contains(used.id()).doesNotContain(stale.get(1).id());
    }

    @Test
    void retiringStopsBetweenTwoAndWhatALostAnswerLeftOpenIsFoundByReading() throws Exception {
        bench.pair.tenant().past(Past::forgotten);
        var stale = stale(Registrations.read(bench.tenant()));
        var asked = new int[1];
        var cancelled = new Retirement(bench.tenant(), bench.journal()).retire(stale, Progress.SILENT,
                () -> asked[0]++ == 2);
        assertThat(cancelled.done()).hasSize(2);
        assertThat(cancelled.left()).hasSize(44);

        bench.pair.tenant().loseAnswer(seen -> seen.method().equals("DELETE"));
        var lost = new Retirement(bench.tenant(), bench.journal()).retire(stale.subList(2, 5), Progress.SILENT,
                () -> false);
        assertThat(lost.failure()).isNotNull();
        assertThat(lost.left()).hasSize(3);
        assertThat(Retirement.retired(bench.journal().entries())).hasSize(2);
        new Retirement(bench.tenant(), bench.journal()).settle();
        assertThat(Retirement.retired(bench.journal().entries())).hasSize(3);

        bench.pair.tenant().loseAnswer(seen -> seen.method().equals("POST") && seen.path().endsWith("/clients"));
        var retirement = new Retirement(bench.tenant(), bench.journal());
        assertThat(retirement.restore(Retirement.retired(bench.journal().entries()), Progress.SILENT, () -> false)
                .failure()).isNotNull();
        retirement.settle();
        assertThat(Retirement.retired(bench.journal().entries())).hasSize(2);
    }

    @Test
    void whereTheLogIsShortSilenceProvesNothing() throws Exception {
        try (var free = new Bench(Options.of(PracticePair.Start.BLANK).onFreePlan(), folder.resolve("free"))) {
            free.pair.tenant().past(past -> {
                past.registered("Claude", "https://claude.ai/api/mcp/auth_callback",
                        Instant.now().minusSeconds(20 * 86_400));
                var used = past.registered("Cursor", "http://localhost:1/callback",
                        Instant.now().minusSeconds(20 * 86_400));
                past.used(used, Instant.now().minusSeconds(60));
            });
            var blind = free.tenant(Set.of("read:clients", "read:logs"));
            assertThat(stale(Registrations.read(blind))).isEmpty();
            assertThat(members(Registrations.read(blind))).extracting(ThirdParty::use)
                    .containsExactlyInAnyOrder(ThirdParty.Use.SILENT, ThirdParty.Use.SEEN);
            var all = free.tenant(Set.of("read:clients", "read:logs", "read:grants"));
            assertThat(stale(Registrations.read(all))).extracting(ThirdParty::name).containsExactly("Claude");
            assertThat(stale(Registrations.read(free.tenant(Set.of("read:clients", "read:grants"))))).isEmpty();
        }
    }

    @Test
    void whatOthersMadeByHandIsNotProposedTheSameDayAndAnImportedDocumentNever() throws Exception {
        bench.pair.tenant().past(Past::forgotten);
        var hand = bench.pair.tenant().dashboard("Lin Chen", "POST", "clients", "{\"name\":\"Ours\","
                + "\"is_first_party\":false,\"app_type\":\"native\",\"callbacks\":[\"https://ours.example/back\"]}")
                .path("client_id").asText();
        var document = bench.pair.tenant().dashboard("Lin Chen", "POST", "clients/cimd/register",
                "{\"external_client_id\":\"https://claude.ai/oauth/mcp-oauth-client-metadata\"}").path("client_id")
                .asText();

        var found = Registrations.read(bench.tenant());

        assertThat(members(found)).filteredOn(one -> one.id().equals(hand)).singleElement()
                .satisfies(one -> assertThat(one.use()).isEqualTo(ThirdParty.Use.NEW));
        assertThat(members(found)).extracting(ThirdParty::id).contains(document);
        assertThat(stale(found)).extracting(ThirdParty::id).hasSize(46).doesNotContain(hand, document);
        assertThat(found.without(Set.of(hand)).count()).isEqualTo(found.count() - 1);
    }

    @Test
    void leavesNoTraceAndProvesItByReading() throws Exception {
        var first = bench.state();
        bench.applyAll();
        var test = new String[1];
        bench.pair.tenant().past(past -> test[0] = past.registered("MCP Auth0 Setup", "http://127.0.0.1:28457/callback",
                Instant.now()));
        var clients = Map.of(test[0], Instant.now());
        var tenant = bench.tenant();
        assertThat(Creation.find(bench.journal().entries(), clients, tenant.snapshot())).extracting(Creation::kind)
                .containsExactly(Creation.Kind.API, Creation.Kind.GRANT, Creation.Kind.TEST_CLIENT);

        var result = new Departure(tenant, bench.journal(), bench.start(tenant), clients).run(Progress.SILENT);

        assertThat(result.undone()).isInstanceOf(Outcome.Proven.class);
        assertThat(result.clean()).as(result.toString()).isTrue();
        assertThat(bench.state()).isEqualTo(first);
    }

    /** An application that was imported from a document is that document's: made from its settings it would be nobody's. */
    @Test
    void anImportedApplicationComesBackByImportingItsDocumentAgain() throws Exception {
        var document = "https://claude.ai/oauth/mcp-oauth-client-metadata";
        var id = imported(document);
        var retirement = new Retirement(bench.tenant(), bench.journal());
        retire(retirement, id);
        var before = bench.count();

        assertThat(retirement.restore(Retirement.retired(bench.journal().entries()), Progress.SILENT, () -> false)
                .done()).hasSize(1);

        assertThat(bench.since(before)).filteredOn(seen -> !seen.read()).singleElement()
                .satisfies(seen -> assertThat(seen.path()).endsWith("/clients/cimd/register"));
        assertThat(bench.tenant().snapshot().clients()).filteredOn(client -> document.equals(client.document()))
                .singleElement().satisfies(client -> assertThat(client.id()).isNotEqualTo(id));
    }

    @Test
    void anImportWhoseAnswerWasLostIsFoundAndOneOfSomebodyElseIsLeftAlone() throws Exception {
        var document = "https://claude.ai/oauth/mcp-oauth-client-metadata";
        var retirement = new Retirement(bench.tenant(), bench.journal());
        retire(retirement, imported(document));
        bench.pair.tenant().loseAnswer(seen -> seen.method().equals("POST") && seen.path().endsWith("/register"));
        var retired = Retirement.retired(bench.journal().entries());
        assertThat(retirement.restore(retired, Progress.SILENT, () -> false).failure()).isNotNull();
        retirement.settle();
        assertThat(Retirement.retired(bench.journal().entries())).isEmpty();

        retire(retirement, bench.tenant().snapshot().clients().stream()
                .filter(client -> document.equals(client.document())).findFirst().orElseThrow().id());
        var theirs = imported(document);
        bench.pair.tenant().change(state -> state.clients().stream()
                .filter(client -> client.path("client_id").asText().equals(theirs))
                .forEach(client -> client.put("name", "Theirs")));
        assertThat(retirement.restore(Retirement.retired(bench.journal().entries()), Progress.SILENT, () -> false)
                .done()).hasSize(1);
        assertThat(bench.tenant().snapshot().clients()).filteredOn(client -> document.equals(client.document()))
                .extracting(Snapshot.Client::name).containsExactly("Theirs");
    }

    private String imported(String document) {
        return bench.pair.tenant().dashboard("Lin Chen", "POST", "clients/cimd/register",
                "{\"external_client_id\":\"" + document + "\"}").path("client_id").asText();
    }

    private void retire(Retirement retirement, String id) throws Exception {
        var chosen = members(Registrations.read(bench.tenant())).stream().filter(one -> one.id().equals(id)).toList();
        assertThat(retirement.retire(chosen, Progress.SILENT, () -> false).done()).hasSize(1);
    }

    @Test
    void whileAnotherWindowChangesTheTenantNothingIsSettledAndNothingRetired() throws Exception {
        bench.pair.tenant().past(Past::forgotten);
        var stale = stale(Registrations.read(bench.tenant()));
        bench.pair.tenant().loseAnswer(seen -> seen.method().equals("DELETE"));
        var retirement = new Retirement(bench.tenant(), bench.journal());
        assertThat(retirement.retire(stale.subList(0, 1), Progress.SILENT, () -> false).failure()).isNotNull();
        try (var _ = Objects.requireNonNull(bench.journal().hold(Journal.CHANGES))) {
            retirement.settle();
            assertThat(bench.journal().entries()).extracting(Journal.Entry::state).containsExactly(Journal.State.OPEN);
            var before = bench.count();
            var busy = retirement.retire(stale.subList(1, 2), Progress.SILENT, () -> false);
            assertThat(busy.busy()).isTrue();
            assertThat(busy.left()).hasSize(1);
            assertThat(bench.since(before)).isEmpty();
        }
        retirement.settle();
        assertThat(bench.journal().entries()).extracting(Journal.Entry::state).containsExactly(Journal.State.DONE);
    }

    @Test
    void whatWasKeptAtUndoingIsStillListedAsMadeHere() throws Exception {
        bench.applyAll();
        var api = bench.tenant().snapshot().api(bench.setup().audience()).orElseThrow();
        bench.pair.tenant().dashboard("Lin Chen", "PATCH", "resource-servers/" + api.id(), "{\"name\":\"Renamed\"}");
        var applier = bench.start();
        var reversal = applier.planUndo(List.of()).stream()
                .filter(each -> each.change() instanceof Change.Diverged).findFirst().orElseThrow();
        assertThat(applier.undo(List.of(), Map.of(reversal.entry().id(),
                new Newer.Choice(Newer.KEEP, (Change.Diverged) reversal.change())), Progress.SILENT))
                .isInstanceOf(Outcome.Proven.class);

        var tenant = bench.tenant();
        assertThat(Creation.find(bench.journal().entries(), Map.of(), tenant.snapshot())).singleElement()
                .satisfies(made -> {
                    assertThat(made.kind()).isEqualTo(Creation.Kind.API);
                    assertThat(made.id()).isEqualTo(api.id());
                    assertThat(made.there() && made.own()).isTrue();
                });
        assertThat(new Departure(tenant, bench.journal(), bench.start(tenant), Map.of()).run(Progress.SILENT).clean())
                .as("what was kept is still a trace").isFalse();
    }

    @Test
    void whatWasDeletedAndMadeAgainIsListedUnderItsNewIdAndStandsInNobodysWay() throws Exception {
        bench.older();
        bench.halfDone();
        bench.applyAll(bench.everything());
        bench.pair.tenant().past(past -> past.registered("Cursor", "http://localhost:1/callback",
                Instant.now().minusSeconds(90_000)));
        var retirement = new Retirement(bench.tenant(), bench.journal());
        var cursor = members(Registrations.read(bench.tenant())).stream()
                .filter(one -> one.callbacks().contains("http://localhost:1/callback")).findFirst().orElseThrow();
        retire(retirement, cursor.id());
        retirement.restore(Retirement.retired(bench.journal().entries()), Progress.SILENT, () -> false);
        var tenant = bench.tenant();

        var result = new Departure(tenant, bench.journal(), bench.start(tenant), Map.of()).run(Progress.SILENT);

        assertThat(result.clean()).as(result.toString()).isTrue();
        var now = tenant.snapshot();
        var restored = Creation.find(bench.journal().entries(), Map.of(), now).stream()
                .filter(one -> one.kind() == Creation.Kind.RESTORED).toList();
        assertThat(restored).hasSize(2).allMatch(Creation::there).noneMatch(Creation::own)
                .allSatisfy(one -> assertThat(now.object(one.path())).isNotNull());
        assertThat(restored).extracting(Creation::path).anyMatch(path -> path.startsWith("client-grants/"))
                .anyMatch(path -> path.startsWith("clients/")).doesNotContain("clients/" + cursor.id());
    }

    @Test
    void whatCannotBeTakenAwayIsListed() throws Exception {
        bench.applyAll();
        var test = new String[1];
        bench.pair.tenant().past(past -> test[0] = past.registered("MCP Auth0 Setup", "http://127.0.0.1:28457/callback",
                Instant.now()));
        bench.pair.tenant().dashboard("Lin Chen", "PATCH", "tenants/settings",
                "{\"resource_parameter_profile\":\"something\"}".replace("something", "audience"));
        bench.pair.tenant().dashboard("Lin Chen", "PATCH",
                "resource-servers/" + bench.tenant().snapshot().api(bench.setup().audience()).orElseThrow().id(),
                "{\"name\":\"Renamed\"}");
        bench.pair.tenant().failNext(seen -> seen.method().equals("DELETE") && seen.path().contains("clients/"), 403);
        var tenant = bench.tenant();

        var result = new Departure(tenant, bench.journal(), bench.start(tenant), Map.of(test[0], Instant.now()))
                .run(Progress.SILENT);

        assertThat(result.clean()).isFalse();
        assertThat(result.steps()).containsExactly("create-api");
        assertThat(result.failure()).isNotNull();
        assertThat(result.remains()).extracting(Creation::kind).containsExactlyInAnyOrder(Creation.Kind.API,
                Creation.Kind.TEST_CLIENT);
        assertThat(bench.journal().entries().stream().filter(entry -> entry.state() == Journal.State.DONE)
                .map(Journal.Entry::step).collect(Collectors.toSet())).containsExactly("create-api");
    }

    @Test
    void theLastThingIsToCloseTheDoor() throws Exception {
        var tenant = bench.tenant();
        var own = OwnGrant.find(tenant, tenant.snapshot()).orElseThrow();
        assertThat(own.ofDashboard()).isFalse();

        own.delete(tenant);

        assertThat(OwnGrant.find(tenant, tenant.snapshot())).isEmpty();
    }
}
