package mcpauth0.auth0;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import mcpauth0.http.Json;
import mcpauth0.plan.Change;
import mcpauth0.plan.Newer;
import mcpauth0.plan.Step;
import mcpauth0.setup.McpUrl;
import mcpauth0.setup.Scope;
import mcpauth0.setup.Setup;
import mcpauth0.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each step plans for tenants that are not blank. */
class StepPlansTest {

    private static final String SERVER = "https://mcp.acme.dev/mcp";
    private static final Setup SETUP = Setup.empty().withServer(McpUrl.parse(SERVER).orThrow())
            .withApi(new Setup.Api("Acme tools", List.of(new Scope("tools:read", "Read"), new Scope("tools:call", "")),
                    true))
            .withConnections(List.of("google-oauth2"));

    /** JSON with single quotes. */
    private static Snapshot tenant(String json) {
        var root = Json.parse(json.replace('\'', '"')).orElseThrow();
        return new Snapshot(
                Snapshot.Settings.of(root.path("settings").isMissingNode() ? Json.object() : root.path("settings")),
                list(root, "apis").map(Snapshot.Api::of).toList(),
                list(root, "grants").map(Snapshot.Grant::of).toList(),
                list(root, "connections").map(Snapshot.Connection::of).toList(),
                list(root, "clients").map(Snapshot.Client::of).toList());
    }

    private static Stream<JsonNode> list(JsonNode root, String name) {
        return StreamSupport.stream(root.path(name).spliterator(), false);
    }

    private static Change.Write write(TenantStep step, Setup setup, String tenant) {
        var change = step.plan(setup, tenant(tenant));
        assertThat(change).isInstanceOf(Change.Write.class);
        var write = (Change.Write) change;
        for (var effect : write.effects())
            assertThat(Texts.english().get("step." + step.id() + ".effect." + effect.key(), effect.values()))
                    .doesNotContain("{");
        return write;
    }

    private static String body(Change.Write write) {
        var body = write.calls().getLast().body();
        return body == null ? "" : Json.write(body).replace('"', '\'');
    }

    private static List<String> effects(Change.Write write) {
        return write.effects().stream().map(Change.Effect::key).toList();
    }

    private static String refusal(Step<Tenant, Snapshot> step, Setup setup, String tenant) {
        var change = step.plan(setup, tenant(tenant));
        assertThat(change).isInstanceOf(Change.Refused.class);
        var refused = (Change.Refused) change;
        assertThat(Texts.english().get("step." + step.id() + ".refused." + refused.reason(), refused.values()))
                .doesNotContain("{");
        return refused.reason();
    }

    @Test
    void aNewApiHasTheServersNameToTheByte() {
        var write = write(new CreateApi(), SETUP.withResource("https://MCP.acme.dev/mcp/"), "{}");
        assertThat(body(write)).isEqualTo("{'identifier':'https://MCP.acme.dev/mcp/','name':'Acme tools','scopes':"
                + "[{'value':'tools:read','description':'Read'},{'value':'tools:call'}],'signing_alg':'RS256',"
                + "'token_dialect':'rfc9068_profile','allow_offline_access':true}");
        assertThat(write.creates()).isTrue();
        assertThat(write.target()).isEqualTo("Acme tools");
        assertThat(write.scopes()).containsExactly("create:resource_servers");
        assertThat(write.fields()).extracting(Change.Field::name).containsExactly("identifier", "name", "scopes",
                "signing_alg", "token_dialect", "allow_offline_access");
    }

    @Test
    void anApiThatIsThereKeepsWhatItHas() {
        var write = write(new CreateApi(), SETUP,
                """
                    {'apis':[{'id':'a1','identifier':'https://mcp.acme.dev/mcp','name':'Acme tools','signing_alg':'PS256',
                     'token_dialect':'access_token_authz','allow_offline_access':true,
                     'scopes':[{'value':'admin','description':'All'},{'value':'tools:read','description':'Old words'}]}]}""");
        assertThat(write.calls()).singleElement().satisfies(call -> assertThat(call.method() + " " + call.path())
                .isEqualTo("PATCH resource-servers/a1"));
        assertThat(body(write)).isEqualTo("{'scopes':[{'value':'admin','description':'All'},"
                + "{'value':'tools:read','description':'Old words'},{'value':'tools:call'}],"
                + "'token_dialect':'rfc9068_profile_authz'}");
        assertThat(effects(write)).containsExactly("existing", "dialect");
        assertThat(write.scopes()).containsExactly("update:resource_servers");
    }

    @Test
    void anotherSlashIsAnotherApi() {
        assertThat(write(new CreateApi(), SETUP,
                "{'apis':[{'id':'a1','identifier':'https://mcp.acme.dev/mcp/','name':'Acme tools'}]}").creates())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {"'signing_alg':'HS256' | hs256",
            "'token_encryption':{'format':'compact-nested-jwe'} | encrypted",
            "'subject_type_authorization':{'user':{'policy':'deny_all'}} | deny-all", "'is_system':true | system"})
    void anApiThatCannotServeIsRefused(String field, String reason) {
        assertThat(refusal(new CreateApi(), SETUP,
                "{'apis':[{'id':'a1','identifier':'" + SERVER + "','name':'Acme tools'," + field + "}]}"))
                .isEqualTo(reason);
    }

    @Test
    void withoutAServerOrAScopeThereIsNothingToDo() {
        assertThat(refusal(new CreateApi(), Setup.empty(), "{}")).isEqualTo("no-server");
        assertThat(refusal(new GrantThirdPartyClients(), Setup.empty(), "{}")).isEqualTo("no-server");
        assertThat(refusal(new SetDefaultAudience(), Setup.empty(), "{}")).isEqualTo("no-server");
        assertThat(refusal(new GrantThirdPartyClients(), SETUP.withApi(SETUP.api().withScopes(List.of())), "{}"))
                .isEqualTo("no-scopes");
    }

    @Test
    void aGrantForMachinesStaysBesideTheOneForPeople() {
        var write = write(new GrantThirdPartyClients(), SETUP,
                "{'grants':[{'id':'g1','audience':'" + SERVER + "','default_for':'third_party_clients',"
                        + "'subject_type':'client','scope':['tools:read','tools:call']}]}");
        assertThat(body(write)).isEqualTo("{'default_for':'third_party_clients','audience':'" + SERVER
                + "','scope':['tools:read','tools:call'],'subject_type':'user'}");
        assertThat(effects(write)).containsExactly("machine-grant-stays");
    }

    @Test
    void aGrantIsWidenedAndNeverNarrowed() {
        var grant = "{'grants':[{'id':'g1','audience':'" + SERVER
                + "','default_for':'third_party_clients','subject_type':'user',";
        assertThat(body(write(new GrantThirdPartyClients(), SETUP, grant + "'scope':['admin','tools:call']}]}")))
                .isEqualTo("{'scope':['admin','tools:call','tools:read']}");
        assertThat(new GrantThirdPartyClients().plan(SETUP, tenant(grant + "'allow_all_scopes':true}]}")))
                .isEqualTo(new Change.Nothing());
        assertThat(new GrantThirdPartyClients().plan(SETUP,
                tenant(grant + "'scope':['tools:call','x','tools:read']}]}"))).isEqualTo(new Change.Nothing());
    }

    @Test
    void onlyTheSettingThatDiffersIsSent() {
        assertThat(body(write(new UnderstandResource(), SETUP,
                "{'settings':{'resource_parameter_profile':'compatibility'}}")))
                .isEqualTo("{'authorization_response_iss_parameter_supported':true}");
        var both = write(new UnderstandResource(), SETUP, "{'settings':{'resource_parameter_profile':'audience'}}");
        assertThat(body(both)).isEqualTo("{'resource_parameter_profile':'compatibility',"
                + "'authorization_response_iss_parameter_supported':true}");
        assertThat(effects(both)).containsExactly("audience-first", "not-forwarded");
    }

    @Test
    void theDefaultAudienceNamesThoseItAffects() {
        var write = write(new SetDefaultAudience(), SETUP, "{'settings':{'default_audience':'https://old'},"
                + "'clients':[{'client_id':'1','name':'Shop'},{'client_id':'2','name':'Blog'}]}");
        assertThat(body(write)).isEqualTo("{'default_audience':'" + SERVER + "'}");
        assertThat(write.effects()).containsExactly(new Change.Effect("applications", List.of("2", "“Shop”, “Blog”")),
                new Change.Effect("replaces", List.of("https://old")));
        assertThat(effects(write(new SetDefaultAudience(), SETUP, "{}"))).containsExactly("no-applications");
    }

    @Test
    void aConnectionIsPromotedByThatOneFieldAlone() {
        var write = write(new PromoteConnections(), SETUP.withConnections(List.of("google-oauth2", "db", "corp")), """
            {'connections':[
              {'id':'c1','name':'google-oauth2','strategy':'google-oauth2','options':{'client_id':''}},
              {'id':'c2','name':'db','strategy':'auth0','options':{}},
              {'id':'c3','name':'corp','strategy':'samlp','options':{},'is_domain_connection':true}],
             'clients':[{'client_id':'tpc_1','name':'Claude','is_first_party':false}]}""");
        assertThat(write.calls()).extracting(Change.Call::path).containsExactly("connections/c1", "connections/c2");
        assertThat(write.calls()).allSatisfy(
                call -> assertThat(call.body()).isEqualTo(Json.object().put("is_domain_connection", true)));
        assertThat(write.effects()).containsExactly(new Change.Effect("third-party", List.of("1")),
                new Change.Effect("developer-keys", List.of("google-oauth2")),
                new Change.Effect("open-sign-up", List.of("db")));
        assertThat(refusal(new PromoteConnections(), SETUP, "{}")).isEqualTo("missing");
        assertThat(refusal(new PromoteConnections(), SETUP.withConnections(List.of()), "{}")).isEqualTo("none-chosen");
    }

    @Test
    void strictIsAskedForOnlyWhereTheTenantTellsTheMode() {
        assertThat(body(write(new OpenRegistration(), SETUP, "{}")))
                .isEqualTo("{'flags':{'enable_dynamic_client_registration':true}}");
        var old = write(new OpenRegistration(), SETUP,
                "{'settings':{'dynamic_client_registration_security_mode':'permissive'}}");
        assertThat(body(old)).isEqualTo("{'flags':{'enable_dynamic_client_registration':true},"
                + "'dynamic_client_registration_security_mode':'strict'}");
        assertThat(effects(old)).containsExactly("anyone", "strict");
    }

    @Test
    void whatAPartOfAChangeWroteIsPutBackAndTheRestLeftAlone() {
        var step = new PromoteConnections();
        var both = "{'connections':[{'id':'c1','name':'a','strategy':'samlp'%s},{'id':'c2','name':'b','strategy':'samlp'%s}]}";
        var on = ",'is_domain_connection':true";
        var write = write(step, SETUP.withConnections(List.of("a", "b")), both.formatted("", ""));
        assertThat(step.receipt(write, tenant(both.formatted("", "")))).isNull();
        var receipt = step.receipt(write, tenant(both.formatted("", on)));
        assertThat(receipt).isNotNull();
        var undo = step.planUndo(requireNonNull(receipt), tenant(both.formatted(on, on)), Newer.ASK);
        assertThat(undo).isInstanceOfSatisfying(Change.Write.class, back -> {
            assertThat(back.calls()).singleElement().extracting(Change.Call::path).isEqualTo("connections/c2");
            assertThat(body(back)).isEqualTo("{'is_domain_connection':false}");
        });
        assertThat(step.planUndo(receipt, tenant(both.formatted(on, "")), Newer.ASK)).isEqualTo(new Change.Nothing());
    }
}
