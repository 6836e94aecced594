package mcpauth0.auth0;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mcpauth0.demo.PracticePair;
import mcpauth0.demo.Seen;
import mcpauth0.plan.Applier;
import mcpauth0.plan.Change;
import mcpauth0.plan.Newer;
import mcpauth0.plan.Outcome;
import mcpauth0.plan.Progress;
import mcpauth0.plan.Reversal;
import mcpauth0.setup.Setup;
import mcpauth0.setup.TokenSettings;
import mcpauth0.text.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other people built on the API: it is not lost without being named, and comes along when the API is replaced. */
class OthersTest {

    @TempDir
    Path folder;
    @SuppressWarnings("NullAway.Init")
    private Bench bench;

    @BeforeEach
    void start() throws Exception {
        bench = new Bench(PracticePair.Options.of(PracticePair.Start.BLANK), folder);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    /** Somebody's role has a permission of the API, and somebody's application may use it. */
    private void othersRelyOnIt() throws Exception {
        var tenant = bench.tenant();
        Bench.post(tenant, "roles", "{'name':'Support','description':'Theirs'}");
        Bench.post(tenant, "roles/{Support}/permissions", "{'permissions':[{'resource_server_identifier':'"
                + bench.pair.mcpUrl() + "','permission_name':'mcp:use'}]}");
        Bench.post(tenant, "client-grants", "{'client_id':'" + bench.pair.clientId() + "','audience':'"
                + bench.pair.mcpUrl() + "','scope':['mcp:use'],'subject_type':'client'}");
    }

    private static Reversal ofApi(Applier<Tenant> applier) throws Exception {
        return applier.planUndo(List.of()).stream().filter(each -> each.entry().step().equals("create-api"))
                .findFirst().orElseThrow();
    }

    private static List<String> words(String step, List<Change.Effect> effects) {
        return effects.stream()
                .map(effect -> Texts.english().get("step." + step + ".effect." + effect.key(), effect.values()))
                .toList();
    }

    private Set<String> all() {
        return new HashSet<>(bench.tenant().permissions());
    }

    private Set<String> allBut(String... permissions) {
        var some = all();
        some.removeAll(List.of(permissions));
        return some;
    }

    @Test
    void theApiIsNotDeletedWithWhatOthersPutOnItUnlessThatWasChosen() throws Exception {
        bench.applyAll();
        othersRelyOnIt();
        var with = bench.state();
        var applier = bench.start();

        var reversal = ofApi(applier);

        var diverged = (Change.Diverged) reversal.change();
        assertThat(diverged.fields()).isEmpty();
        assertThat(words("create-api", diverged.effects())).containsExactly(
                "One role gives permissions of this API, which would be gone from it: “Support: mcp:use”.",
                "One application has been given access to this API by somebody else, and would lose it: "
                        + "“MCP Auth0 Setup”.");
        assertThat(bench.state()).isEqualTo(with);

        assertThat(bench.start().undo(List.of(), Progress.SILENT)).isInstanceOfSatisfying(Outcome.NotSettled.class,
                held -> {
                    assertThat(held.still()).isEqualTo(diverged);
                    assertThat(held.left()).containsExactly("create-api");
                });
        assertThat(bench.tenant().snapshot().api(bench.pair.mcpUrl())).isPresent();
        assertThat(bench.state()).contains("\"permission_name\" : \"mcp:use\"");

        var choice = Map.of(reversal.entry().id(), new Newer.Choice(Newer.REPLACE, diverged));
        assertThat(bench.start().undo(List.of(), choice, Progress.SILENT)).isInstanceOf(Outcome.Proven.class);
        assertThat(bench.tenant().snapshot().api(bench.pair.mcpUrl())).isEmpty();
        assertThat(bench.state()).contains("Support").doesNotContain("\"permission_name\" : \"mcp:use\"");
    }

    @Test
    void whatOthersRelyOnCanBeKept() throws Exception {
        bench.applyAll();
        othersRelyOnIt();
        var reversal = ofApi(bench.start());

        var choice = Map.of(reversal.entry().id(),
                new Newer.Choice(Newer.KEEP, (Change.Diverged) reversal.change()));
        assertThat(bench.start().undo(List.of(), choice, Progress.SILENT)).isInstanceOf(Outcome.Proven.class);

        var now = bench.tenant().snapshot();
        assertThat(now.api(bench.pair.mcpUrl())).isPresent();
        assertThat(now.grants()).anyMatch(grant -> grant.audience().equals(bench.pair.mcpUrl()));
        assertThat(bench.state()).contains("\"permission_name\" : \"mcp:use\"");
        assertThat(bench.start().planUndo(List.of())).isEmpty();
    }

    /** A choice is for what was on the screen: another role since then is asked about anew. */
    @Test
    void whatCameAfterTheChoiceIsNotCoveredByIt() throws Exception {
        bench.applyAll();
        othersRelyOnIt();
        var reversal = ofApi(bench.start());
        Bench.post(bench.tenant(), "roles", "{'name':'Late','description':''}");
        Bench.post(bench.tenant(), "roles/{Late}/permissions", "{'permissions':[{'resource_server_identifier':'"
                + bench.pair.mcpUrl() + "','permission_name':'mcp:use'}]}");

        var choice = Map.of(reversal.entry().id(),
                new Newer.Choice(Newer.REPLACE, (Change.Diverged) reversal.change()));
        assertThat(bench.start().undo(List.of(), choice, Progress.SILENT)).isInstanceOfSatisfying(
                Outcome.NotSettled.class, held -> assertThat(held.still()).isInstanceOf(Change.Diverged.class));
        assertThat(bench.tenant().snapshot().api(bench.pair.mcpUrl())).isPresent();
    }

    /** Alone, it stands on what this program itself made later; together with others' work that is said first. */
    @Test
    void ourOwnLaterChangesAreNotCalledOthers() throws Exception {
        bench.applyAll();
        var api = ofApi(bench.start()).entry();
        assertThat(ofApi(bench.start()).change()).isInstanceOf(Change.Write.class);
        othersRelyOnIt();
        assertThat(bench.start().undo(List.of(api.id()), Progress.SILENT)).isInstanceOfSatisfying(
                Outcome.NotSettled.class,
                held -> assertThat(held.still())
                        .isEqualTo(new Change.Refused("in-use", List.of(bench.pair.mcpUrl()))));
    }

    @Test
    void rolesThatCannotBeReadAreSaidAndWithRbacHaveToBeChosen() throws Exception {
        bench.applyAll();
        var blind = bench.start(bench.tenant(allBut("read:roles")));
        assertThat(ofApi(blind).change()).isInstanceOfSatisfying(Change.Write.class,
                write -> assertThat(words("create-api", write.effects())).singleElement().asString()
                        .contains("they go with it", "read:roles"));
        bench.undoAll();

        var rbac = bench.setup().withApi(bench.setup().api().withTokens(TokenSettings.PLAIN.withRoles(true)));
        assertThat(Permissions.undo(rbac)).contains("read:roles");
        assertThat(Permissions.undo(bench.setup())).doesNotContain("read:roles");
        bench.applyAll(rbac);
        assertThat(ofApi(bench.start(bench.tenant(allBut("read:roles")))).change())
                .isInstanceOfSatisfying(Change.Diverged.class,
                        diverged -> assertThat(words("create-api", diverged.effects())).singleElement().asString()
                                .contains("cannot be named", "read:roles"));
        bench.undoAll();
    }

    private Setup repair() {
        return bench.setup().withApi(bench.setup().api().replacing(Bench.OLD));
    }

    private List<String> permissionsOf(String role) throws Exception {
        return bench.tenant().seen(Directory.Question.PERMISSIONS).directory().permissions(
                "roles/{" + role + "}/permissions", bench.pair.mcpUrl());
    }

    @Test
    void rolesGiveTheSameOfTheApiThatReplacesAnother() throws Exception {
        bench.older();
        var first = bench.state();
        var plan = bench.start().plan(repair());
        assertThat(plan.writes()).filteredOn(item -> item.step().equals("carry-role-permissions")).singleElement()
                .satisfies(item -> {
                    var write = (Change.Write) item.change();
                    assertThat(write.scopes()).containsExactly("update:roles");
                    assertThat(words(item.step(), write.effects()))
                            .containsExactly("One role gets them: “Old hands”.");
                });
        bench.applyAll(repair());
        assertThat(permissionsOf("Old hands")).containsExactly("old:use");

        // Somebody adds another one, which is theirs.
        Bench.post(bench.tenant(), "roles/{Old hands}/permissions", "{'permissions':[{'resource_server_identifier':'"
                + bench.pair.mcpUrl() + "','permission_name':'mcp:use'}]}");
        assertThat(bench.start().plan(repair()).writes()).isEmpty();
        var entry = bench.journal().entries().stream()
                .filter(each -> each.step().equals("carry-role-permissions")).findFirst().orElseThrow();
        assertThat(bench.start().undo(List.of(entry.id()), Progress.SILENT)).isInstanceOf(Outcome.Proven.class);
        assertThat(permissionsOf("Old hands")).containsExactly("mcp:use");

        Bench.take(bench.tenant(), "roles/{Old hands}/permissions", "{'permissions':[{'resource_server_identifier':'"
                + bench.pair.mcpUrl() + "','permission_name':'mcp:use'}]}");
        bench.undoAll();
        assertThat(bench.state()).isEqualTo(first);
    }

    @Test
    void whatTheTokenDoesNotLetBeCarriedIsNamed() throws Exception {
        bench.older();
        var said = new ArrayList<String>();
        for (var lacking : List.of(new String[]{"update:roles"}, new String[]{"read:roles", "update:roles"})) {
            var applier = bench.start(bench.tenant(allBut(lacking)));
            var plan = applier.plan(repair());
            assertThat(plan.writes()).extracting(item -> item.step()).contains("create-api")
                    .doesNotContain("carry-role-permissions");
            var write = (Change.Write) plan.writes().getFirst().change();
            said.add(String.join(" ", words("create-api", write.effects())));
            assertThat(applier.apply(plan, Progress.SILENT)).isInstanceOf(Outcome.Proven.class);
            bench.undoAll();
        }
        assertThat(said.getFirst()).contains(
                "The permissions that one role gives are not carried over, for the token lacks update:roles: "
                        + "“Old hands: old:use”.",
                "User Management > Roles > Permissions");
        assertThat(said.getLast()).contains("the token lacks read:roles and update:roles", Bench.OLD);
    }

    @Test
    void rolesAreReadOnlyWhereThereIsSomethingToCarry() throws Exception {
        var before = bench.count();
        var applier = bench.start();
        applier.plan(bench.setup());
        applier.plan(repair());
        assertThat(bench.since(before)).isNotEmpty().extracting(Seen::path).noneMatch(path -> path.contains("/roles"));
        bench.older();
        before = bench.count();
        bench.start().plan(repair());
        assertThat(bench.since(before)).extracting(Seen::path).filteredOn(path -> path.contains("/roles")).hasSize(2);
    }
}
