package mcpauth0.auth0;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import mcpauth0.demo.PracticePair;
import mcpauth0.demo.PracticePair.Options;
import mcpauth0.demo.PracticeTenant;
import mcpauth0.demo.Seen;
import mcpauth0.demo.TenantState;
import mcpauth0.plan.Outcome;
import mcpauth0.plan.Progress;
import mcpauth0.plan.Step;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody changes by hand is never written over silently: not before a step is applied, and not after. */
class ByHandTest {

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Bench bench;

    @BeforeEach
    void start() throws Exception {
        bench = new Bench(Options.of(PracticePair.Start.BLANK), folder);
        bench.older();
        bench.halfDone();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    /**
     * @param before what somebody does between the plan and its approval, so that the plan is no longer the same
     * @param after what somebody does to that which the step wrote
     * @param kept whether it is still there
     */
    record Hand(String step, Consumer<TenantState> before, Consumer<TenantState> after,
            Predicate<TenantState> kept) {
        @Override
        public String toString() {
            return step;
        }
    }

    private static ObjectNode api(TenantState state) {
        return state.apis().stream().filter(api -> api.path("identifier").asText().endsWith("/mcp")).findFirst()
                .orElseThrow();
    }

    private static ObjectNode grant(TenantState state, String audience, String subject) {
        return state.grants().stream().filter(grant -> grant.path("audience").asText().endsWith(audience)
                && grant.path("subject_type").asText().equals(subject) && grant.has("default_for")).findFirst()
                .orElseThrow();
    }

    private static ObjectNode named(List<ObjectNode> all, String name) {
        return all.stream().filter(each -> each.path("name").asText().equals(name)).findFirst().orElseThrow();
    }

    private static Hand setting(String step, String name, String byHand) {
        return new Hand(step, state -> state.settings().put(name, byHand), state -> state.settings().put(name, byHand),
                state -> state.settings().path(name).asText().equals(byHand));
    }

    static Stream<Hand> hands() {
        var document = "https://claude.ai/oauth/mcp-oauth-client-metadata";
        return Stream.of(
                new Hand("create-api", state -> api(state).put("name", "Theirs"),
                        state -> api(state).put("token_lifetime", 1234),
                        state -> api(state).path("token_lifetime").asInt() == 1234),
                new Hand("carry-grants", state -> state.grants().removeIf(grant -> grant.has("client_id")
                        && grant.path("audience").asText().equals(Bench.OLD)),
                        state -> state.grants().getLast().putArray("scope").add("old:use").add("mcp:use"),
                        state -> state.grants().getLast().path("scope").size() == 2),
                new Hand("carry-role-permissions",
                        state -> state.rolePermissions().removeIf(each -> each.path("role_id")
                                .equals(named(state.roles(), "Old hands").path("id"))),
                        state -> state.rolePermissions().add(permission(state, "Old hands")),
                        state -> state.rolePermissions().contains(permission(state, "Old hands"))),
                new Hand("grant-third-party-clients",
                        state -> grant(state, "/mcp", "client").putArray("scope").add("theirs"),
                        state -> grant(state, "/mcp", "user").withArray("scope").add("old:use").add("theirs"),
                        state -> grant(state, "/mcp", "user").path("scope").toString().contains("theirs")),
                new Hand("understand-resource",
                        state -> state.settings().put("resource_parameter_profile", "compatibility"),
                        state -> state.settings().put("resource_parameter_profile", "theirs"),
                        state -> state.settings().path("resource_parameter_profile").asText().equals("theirs")),
                setting("set-default-audience", "default_audience", "https://theirs.example/"),
                new Hand("promote-connections",
                        state -> named(state.connections(), "Username-Password-Authentication")
                                .put("is_domain_connection", true),
                        state -> named(state.connections(), "Username-Password-Authentication").put("display_name",
                                "Own"),
                        state -> named(state.connections(), "Username-Password-Authentication").has("display_name")),
                new Hand("create-roles", state -> named(state.roles(), "Tool users").put("name", "Theirs"),
                        state -> named(state.roles(), "Tool makers").put("description", "Theirs"),
                        state -> named(state.roles(), "Tool makers").path("description").asText().equals("Theirs")),
                new Hand("assign-roles", state -> state.rolePermissions().addFirst(permission(state, "Tool users")),
                        state -> state.roleMembers().add(member(state)),
                        state -> state.roleMembers().contains(member(state))),
                new Hand("create-application",
                        state -> state.settings().remove("dynamic_client_registration_security_mode"),
                        state -> named(state.clients(), "Our bot").put("name", "Their bot"),
                        state -> named(state.clients(), "Their bot").has("client_id")),
                new Hand("import-client-documents",
                        state -> state.settings().put("client_id_metadata_document_supported", true),
                        state -> requireNonNull(imported(state, document)).put("name", "Theirs"),
                        state -> requireNonNull(imported(state, document)).path("name").asText().equals("Theirs")),
                new Hand("open-registration",
                        state -> state.settings().withObject("flags").put("enable_dynamic_client_registration", true),
                        state -> state.settings().put("dynamic_client_registration_security_mode", "theirs"),
                        state -> state.settings().path("dynamic_client_registration_security_mode").asText()
                                .matches("theirs|")));
    }

    private static ObjectNode permission(TenantState state, String role) {
        return mcpauth0.http.Json.object().put("role_id", named(state.roles(), role).path("id").asText())
                .put("resource_server_identifier", api(state).path("identifier").asText())
                .put("permission_name", "mcp:use");
    }

    private static ObjectNode member(TenantState state) {
        return mcpauth0.http.Json.object().put("role_id", named(state.roles(), "Tool users").path("id").asText())
                .put("user_id", state.users().stream()
                        .filter(user -> user.path("email").asText().equals(PracticeTenant.SECOND_USER)).findFirst()
                        .orElseThrow().path("user_id").asText());
    }

    private static ObjectNode imported(TenantState state, String document) {
        return state.clients().stream().filter(client -> client.path("external_client_id").asText().equals(document))
                .findFirst().orElseThrow();
    }

    private boolean now(Predicate<TenantState> what) {
        var is = new AtomicBoolean();
        bench.pair.tenant().change(state -> is.set(what.test(state)));
        return is.get();
    }

    @Test
    void everyStepIsTried() {
        assertThat(hands().map(Hand::step)).containsExactlyElementsOf(Steps.all().stream().map(Step::id).toList());
    }

    @ParameterizedTest
    @MethodSource("hands")
    void whatChangesAfterTheApprovalStopsTheStep(Hand hand) throws Exception {
        var applier = bench.start();
        var plan = applier.planFor(bench.everything(), hand.step());
        bench.pair.tenant().change(hand.before());
        var before = bench.count();
        assertThat(applier.apply(plan, Progress.SILENT)).isInstanceOf(Outcome.Drifted.class);
        assertThat(bench.since(before)).isNotEmpty().allMatch(Seen::read);
    }

    @ParameterizedTest
    @MethodSource("hands")
    void whatSomebodyMadeOfItStaysWhenItIsTakenBack(Hand hand) throws Exception {
        var applier = bench.start();
        assertThat(applier.apply(applier.planFor(bench.everything(), hand.step()), Progress.SILENT))
                .isInstanceOf(Outcome.Proven.class);
        bench.pair.tenant().change(hand.after());
        assertThat(now(hand.kept())).isTrue();
        bench.start().undo(List.of(), Progress.SILENT);
        assertThat(now(hand.kept())).isTrue();
    }
}
