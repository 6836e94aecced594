package mcpauth0.auth0;

import static java.util.Objects.requireNonNull;
import static mcpauth0.auth0.Tenants.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mcpauth0.http.Json;
import mcpauth0.plan.Change;
import mcpauth0.plan.Newer;
import mcpauth0.plan.Step;
import mcpauth0.setup.Likeness;
import mcpauth0.setup.McpUrl;
import mcpauth0.setup.Registration;
import mcpauth0.setup.Role;
import mcpauth0.setup.Scope;
import mcpauth0.setup.Setup;
import mcpauth0.setup.SetupFile;
import mcpauth0.setup.TokenSettings;
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
    void anotherSlashIsAnotherApiAndSaid() {
        var write = write(new CreateApi(), SETUP,
                "{'apis':[{'id':'a1','identifier':'https://mcp.acme.dev/mcp/','name':'Acme tools'},"
                        + "{'id':'a2','identifier':'https://other.acme.dev/mcp','name':'Other'}]}");
        assertThat(write.creates()).isTrue();
        assertThat(write.effects()).containsExactly(
                new Change.Effect("alike-slash", List.of("Acme tools", "https://mcp.acme.dev/mcp/", "25")));
    }

    @Test
    void everyKindOfLikenessHasItsWords() {
        for (var kind : Likeness.Kind.values())
            assertThat(Texts.english().has("step.create-api.effect.alike-" + kind.id())).as(kind.id()).isTrue();
    }

    @Test
    void aWrongIdentifierIsRepairedByANewApiThatTakesEverythingOver() {
        var wrong = "https://mcp.acme.dev/mcp/";
        var setup = SETUP.withApi(SETUP.api().replacing(wrong));
        var tenant = ("{'apis':[{'id':'a1','identifier':'%s','name':'Old','signing_alg':'PS256','token_lifetime':600,"
                + "'token_dialect':'access_token_authz','enforce_policies':true,'scopes':[{'value':'admin','description':'All'}],"
                + "'subject_type_authorization':{'client':{'policy':'deny_all'}}}],"
                + "'clients':[{'client_id':'c1','name':'Shop'}],"
                + "'grants':[{'id':'g1','audience':'%s','client_id':'c1','scope':['admin'],'organization_usage':'allow'},"
                + "{'id':'g2','audience':'%s','default_for':'third_party_clients','subject_type':'user','scope':['admin']},"
                + "{'id':'g3','audience':'%s','default_for':'third_party_clients','subject_type':'client','allow_all_scopes':true}"
                + "%s]}");
        var before = tenant.formatted(wrong, wrong, wrong, wrong, "");
        var api = write(new CreateApi(), setup, before);
        assertThat(body(api)).isEqualTo("{'identifier':'" + SERVER + "','name':'Acme tools','scopes':"
                + "[{'value':'admin','description':'All'},{'value':'tools:read','description':'Read'},{'value':'tools:call'}],"
                + "'token_lifetime':600,'enforce_policies':true,'subject_type_authorization':{'client':{'policy':'deny_all'}},"
                + "'signing_alg':'PS256','token_dialect':'rfc9068_profile_authz','allow_offline_access':true}");
        assertThat(api.effects()).extracting(Change.Effect::key).containsExactly("repairs", "retire", "roles-unread",
                "rbac");
        assertThat(api.effects().getFirst().values()).containsExactly(wrong, "25");
        var grants = write(new CarryGrants(), setup, before);
        assertThat(grants.calls()).extracting(call -> Json.write(requireNonNull(call.body())).replace('"', '\''))
                .containsExactly("{'client_id':'c1','audience':'" + SERVER
                        + "','scope':['admin'],'organization_usage':'allow','subject_type':'client'}",
                        "{'default_for':'third_party_clients','audience':'" + SERVER
                                + "','allow_all_scopes':true,'subject_type':'client'}");
        assertThat(grants.effects()).containsExactly(new Change.Effect("applications", List.of("1", "“Shop”")));
        assertThat(body(write(new GrantThirdPartyClients(), setup, before)))
                .isEqualTo("{'default_for':'third_party_clients','audience':'" + SERVER
                        + "','scope':['tools:read','tools:call','admin'],'subject_type':'user'}");
        var carried = tenant.formatted(wrong, wrong, wrong, wrong, (",{'id':'n1','audience':'%s','client_id':'c1'},"
                + "{'id':'n2','audience':'%s','default_for':'third_party_clients'}").formatted(SERVER, SERVER));
        assertThat(new CarryGrants().plan(setup, tenant(carried))).isEqualTo(new Change.Nothing());
        assertThat(new CarryGrants().plan(setup, tenant("{}"))).isEqualTo(new Change.Nothing());
    }

    @Test
    void tokensAreMadeAsChosen() {
        var tokens = new TokenSettings(TokenSettings.Signing.RS512, TokenSettings.Dialect.ACCESS_TOKEN, true, 3600,
                600);
        var setup = SETUP.withApi(SETUP.api().withTokens(tokens));
        var write = write(new CreateApi(), setup, "{}");
        assertThat(body(write)).endsWith("'signing_alg':'RS512','enforce_policies':true,'token_lifetime':3600,"
                + "'token_lifetime_for_web':600,'token_dialect':'access_token_authz','allow_offline_access':true}");
        assertThat(effects(write)).containsExactly("rbac");
        var there = "{'apis':[{'id':'a1','identifier':'" + SERVER + "','name':'Acme tools','signing_alg':'%s',"
                + "'allow_offline_access':true,'token_lifetime':7200,'token_dialect':'access_token',"
                + "'scopes':[{'value':'tools:read'},{'value':'tools:call'}]}]}";
        var align = write(new CreateApi(), setup, there.formatted("RS512"));
        assertThat(body(align)).isEqualTo("{'token_dialect':'access_token_authz','enforce_policies':true,"
                + "'token_lifetime':3600,'token_lifetime_for_web':600}");
        assertThat(effects(align)).containsExactly("existing", "rbac", "shorter");
        var used = write(new CreateApi(), setup,
                there.formatted("RS512").replaceAll("}$", ",'grants':[{'id':'g1','audience':'"
                        + SERVER + "','client_id':'c1'}],'clients':[{'client_id':'c1','name':'Shop'}]}"));
        assertThat(used.effects()).contains(new Change.Effect("granted", List.of("1", "“Shop”")));
        assertThat(refusal(new CreateApi(), setup, there.formatted("RS256"))).isEqualTo("signing");
    }

    @Test
    void whatProtectsAnApiIsNotSwitchedOff() {
        var write = write(new CreateApi(), SETUP, "{'apis':[{'id':'a1','identifier':'" + SERVER
                + "','name':'Other name','enforce_policies':true,'token_dialect':'rfc9068_profile_authz',"
                + "'allow_offline_access':true,'scopes':[{'value':'tools:read'},{'value':'tools:call'}]}]}");
        assertThat(body(write)).isEqualTo("{'name':'Acme tools'}");
        assertThat(effects(write)).containsExactly("existing", "rbac-stays");
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
        assertThat(effects(write)).containsExactly("rules-untold", "machine-grant-stays");
    }

    @Test
    void aGrantForMachinesMakesRoomWhereThatWasChosenAndComesBack() {
        var step = new GrantThirdPartyClients();
        var machines = "{'id':'g1','audience':'" + SERVER
                + "','default_for':'third_party_clients','subject_type':'client','scope':['x'],"
                + "'organization_usage':null,'is_system':false}";
        var people = "{'id':'g2','audience':'" + SERVER
                + "','default_for':'third_party_clients','subject_type':'user','scope':['tools:read','tools:call']}";
        var write = write(step, SETUP.withApi(SETUP.api().replacingMachineGrant(true)),
                "{'grants':[" + machines + "]}");
        assertThat(write.calls()).extracting(call -> call.method() + " " + call.path())
                .containsExactly("POST client-grants", "DELETE client-grants/g1");
        assertThat(write.scopes()).containsExactly("create:client_grants", "delete:client_grants");
        assertThat(write.fields()).extracting(Change.Field::name).containsExactly("default_for", "audience", "scope",
                "subject_type", "default_for", "audience", "scope", "subject_type");
        assertThat(effects(write)).containsExactly("rules-untold", "machine-grant-replaced");
        var receipt = requireNonNull(step.receipt(write, tenant("{'grants':[" + people + "]}")));
        var back = (Change.Write) step.planUndo(receipt, tenant("{'grants':[" + people + "]}"), Newer.ASK);
        assertThat(back.calls()).extracting(call -> call.method() + " " + call.path())
                .containsExactly("POST client-grants", "DELETE client-grants/g2");
        assertThat(back.calls().getFirst().body()).hasToString(("{'default_for':'third_party_clients','audience':'"
                + SERVER + "','scope':['x'],'subject_type':'client'}").replace('\'', '"'));
        var half = requireNonNull(step.receipt(write, tenant("{}")));
        assertThat(((Change.Write) step.planUndo(half, tenant("{}"), Newer.ASK)).calls()).singleElement()
                .returns("POST", Change.Call::method);
        assertThat(step.receipt(write, tenant("{'grants':[" + machines + "]}"))).isNull();
        assertThat(step.planUndo(half, tenant("{'grants':[" + machines.replace("'x'", "'theirs'") + "]}"), Newer.ASK))
                .as("somebody made one since").isEqualTo(new Change.Nothing());
    }

    @Test
    void aGrantForMachinesMakesRoomAlsoWhereTheOneForPeopleIsThere() {
        var step = new GrantThirdPartyClients();
        var both = "{'grants':[{'id':'g1','audience':'" + SERVER
                + "','default_for':'third_party_clients','subject_type':'client','scope':[],'allow_all_scopes':true},"
                + "{'id':'g2','audience':'" + SERVER
                + "','default_for':'third_party_clients','subject_type':'user','scope':['tools:read','tools:call']}]}";
        var write = write(step, SETUP.withApi(SETUP.api().replacingMachineGrant(true)), both);
        assertThat(write.calls()).extracting(call -> call.method() + " " + call.path())
                .containsExactly("DELETE client-grants/g1");
        var back = (Change.Write) step.planUndo(requireNonNull(step.receipt(write, tenant("{}"))), tenant("{}"),
                Newer.ASK);
        assertThat(body(back)).isEqualTo("{'default_for':'third_party_clients','audience':'" + SERVER
                + "','allow_all_scopes':true,'subject_type':'client'}");
        assertThat(step.plan(SETUP, tenant(both))).isEqualTo(new Change.Nothing());
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
        var both = write(new UnderstandResource(), SETUP, "{'settings':{'resource_parameter_profile':'audience'},"
                + "'connections':[{'id':'c1','name':'db','strategy':'auth0'},{'id':'c2','name':'corp','strategy':'waad'}]}");
        assertThat(body(both)).isEqualTo("{'resource_parameter_profile':'compatibility',"
                + "'authorization_response_iss_parameter_supported':true}");
        assertThat(both.effects()).containsExactly(new Change.Effect("audience-first", List.of()),
                new Change.Effect("not-forwarded", List.of("1", "“corp”")));
    }

    @Test
    void theDefaultAudienceNamesThoseItAffects() {
        var write = write(new SetDefaultAudience(), SETUP, "{'settings':{'default_audience':'https://old'},"
                + "'clients':[{'client_id':'1','name':'Shop'},{'client_id':'2','name':'Blog'}]}");
        assertThat(body(write)).isEqualTo("{'default_audience':'" + SERVER + "'}");
        assertThat(write.effects()).containsExactly(new Change.Effect("applications", List.of("2", "“Shop”, “Blog”")),
                new Change.Effect("replaces", List.of("https://old")));
        assertThat(effects(write(new SetDefaultAudience(), SETUP, "{}"))).containsExactly("no-applications");
        assertThat(effects(write(new SetDefaultAudience(), SETUP, "{'clients':[{'client_id':'1','name':'Job',"
                + "'app_type':'non_interactive'},{'client_id':'2','name':'Cron','grant_types':['client_credentials']}]}")))
                .as("machines are not affected").containsExactly("no-applications");
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
        assertThat(write.effects()).containsExactly(
                new Change.Effect("people-uncounted", List.of("google-oauth2, db"), true),
                new Change.Effect("third-party", List.of("1", "“Claude”")),
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
        assertThat(effects(old)).containsExactly("anyone", "rules-strict", "no-default-audience", "strict");
    }

    @Test
    void theOlderRulesAreKeptOnlyWhereTheTenantReportsThem() {
        var setup = SETUP.withRegistration(SETUP.registration().withPermissive(true));
        var on = "{'flags':{'enable_dynamic_client_registration':true}}";
        var mode = "{'settings':{'dynamic_client_registration_security_mode':'%s'}}";
        var kept = write(new OpenRegistration(), setup, mode.formatted("permissive"));
        assertThat(body(kept)).isEqualTo(on);
        assertThat(effects(kept)).containsExactly("anyone", "rules-permissive", "policy-open", "no-default-audience");
        assertThat(effects(write(new OpenRegistration(), setup, "{}"))).containsExactly("anyone", "rules-untold",
                "policy-open", "no-default-audience");
        assertThat(refusal(new OpenRegistration(), setup, mode.formatted("strict"))).isEqualTo("strict");
    }

    @Test
    void documentsAreImportedBeforeTheyAreAnnounced() {
        var document = "https://claude.ai/oauth/mcp-oauth-client-metadata";
        var setup = SETUP.withRegistration(SETUP.registration().withDocuments(List.of(document)));
        var write = write(new ImportClientDocuments(), setup, "{}");
        assertThat(write.calls()).extracting(call -> call.method() + " " + call.path())
                .containsExactly("POST clients/cimd/register", "PATCH tenants/settings");
        assertThat(body(write)).isEqualTo("{'client_id_metadata_document_supported':true}");
        assertThat(write.scopes()).containsExactly("create:clients", "update:tenant_settings");
        assertThat(effects(write)).containsExactly("by-hand", "announced");
        assertThat(new ImportClientDocuments().plan(setup, tenant("{'settings':"
                + "{'client_id_metadata_document_supported':true},'clients':[{'client_id':'tpc_1','external_client_id':'"
                + document + "'}]}"))).isEqualTo(new Change.Nothing());
        assertThat(refusal(new ImportClientDocuments(),
                setup.withRegistration(setup.registration().withDocuments(List.of("http://a/b"))), "{}"))
                .isEqualTo("not-https");
        assertThat(effects(write(new OpenRegistration(), SETUP,
                "{'settings':{'client_id_metadata_document_supported':true}}")))
                .containsExactly("anyone", "rules-untold", "policy-open", "no-default-audience",
                        "documents-not-imported");
    }

    @Test
    void anApplicationIsMadeForOneClientAndFoundAgainByItsMark() {
        var wish = new Registration.Application("cursor", "Cursor", List.of("http://localhost:8787/callback"), false);
        var secret = new Registration.Application("other", "Bot", List.of("https://bot.acme.dev/back"), true);
        var setup = SETUP.withRegistration(SETUP.registration().withApplications(List.of(wish, secret)));
        var write = write(new CreateApplication(), setup,
                "{'settings':{'dynamic_client_registration_security_mode':'strict'}}");
        assertThat(write.calls()).extracting(Change.Call::path).containsExactly("clients", "clients");
        assertThat(body(write)).startsWith("{'name':'Bot','is_first_party':false,'app_type':'regular_web',"
                + "'token_endpoint_auth_method':'client_secret_post','callbacks':['https://bot.acme.dev/back'],"
                + "'grant_types':['authorization_code','refresh_token'],'third_party_security_mode':'strict',"
                + "'client_metadata':{'mcp_setup':'application ");
        assertThat(effects(write)).containsExactly("public", "local", "confidential");
        var mark = "'client_metadata':{'mcp_setup':'" + Applications.mark(SERVER, wish) + "'}";
        var one = setup.withRegistration(setup.registration().withApplications(List.of(wish)));
        assertThat(new CreateApplication().plan(one, tenant("{'clients':[{'client_id':'tpc_1','name':'Renamed',"
                + "'callbacks':['https://more','http://localhost:8787/callback']," + mark + "}]}")))
                .isEqualTo(new Change.Nothing());
        assertThat(body(write(new CreateApplication(), one,
                "{'clients':[{'client_id':'tpc_1','callbacks':['https://more']," + mark + "}]}")))
                .isEqualTo("{'callbacks':['https://more','http://localhost:8787/callback']}");
        assertThat(refusal(new CreateApplication(), setup.withRegistration(setup.registration().withApplications(
                List.of(new Registration.Application("other", "Bot", List.of(), true)))), "{}"))
                .isEqualTo("no-redirect");
    }

    /** What a mark would not tell apart is never made twice. */
    @Test
    void equalApplicationsAreOneAndThoseWithOneNameAreRefused() {
        var wish = new Registration.Application("cursor", "Cursor", List.of("https://a.dev/1", "https://a.dev/2"),
                false);
        var again = new Registration.Application("other", "Cursor",
                List.of("https://a.dev/2", "https://a.dev/1", "https://a.dev/2"), false);
        var secret = new Registration.Application("cursor", "Cursor", wish.redirects(), true);
        var setup = SETUP.withRegistration(SETUP.registration().withApplications(List.of(wish, wish, again, secret)));
        assertThat(setup.registration().applications()).containsExactly(wish, secret);
        assertThat(write(new CreateApplication(), setup, "{}").calls()).hasSize(2);
        assertThat(SetupFile.read(SetupFile.write(setup)).orThrow().registration().applications()).hasSize(2);
        var other = new Registration.Application("cursor", "Cursor", List.of("https://b.dev/1"), false);
        assertThat(refusal(new CreateApplication(),
                setup.withRegistration(setup.registration().withApplications(List.of(wish, secret, other))), "{}"))
                .isEqualTo("indistinct");
        var named = new Registration.Application("cursor", "Cursor 2", List.of("https://b.dev/1"), false);
        var marks = List.of(wish, secret, named).stream().map(one -> Applications.mark(SERVER, one)).toList();
        assertThat(marks).doesNotHaveDuplicates();
    }

    private static final Setup ROLES = SETUP.withApi(SETUP.api().withTokens(TokenSettings.PLAIN.withRoles(true)))
            .withRoles(List.of(new Role("Readers", "May look", List.of("tools:read"), List.of("Ann@acme.dev"))));

    @Test
    void rolesAreWantedOnlyWhereTokensCarryThem() {
        assertThat(new CreateRoles().wanted(ROLES)).isTrue();
        assertThat(new AssignRoles().wanted(ROLES.withApi(SETUP.api()))).isFalse();
        assertThat(new AssignRoles().wanted(ROLES.withRoles(List.of()))).isFalse();
    }

    @Test
    void aRoleIsMadeFilledAndGiven() {
        var ann = "'people':[{'user_id':'auth0|1','email':'ann@acme.dev','email_verified':true}]";
        assertThat(body(write(new CreateRoles(), ROLES, "{}")))
                .isEqualTo("{'name':'Readers','description':'May look'}");
        assertThat(
                new CreateRoles().plan(ROLES, tenant("{'roles':[{'id':'r1','name':'Readers','description':'Own'}]}")))
                .isEqualTo(new Change.Nothing());
        var write = write(new AssignRoles(), ROLES, "{" + ann + "}");
        assertThat(write.calls()).extracting(Change.Call::path).containsExactly("roles/{Readers}/permissions",
                "roles/{Readers}/users");
        assertThat(write.calls().getFirst().body()).hasToString(
                "{\"permissions\":[{\"resource_server_identifier\":\"" + SERVER
                        + "\",\"permission_name\":\"tools:read\"}]}");
        assertThat(body(write)).isEqualTo("{'users':['auth0|1']}");
        assertThat(write.scopes()).containsExactly("update:roles");
        assertThat(effects(write)).isEmpty();
        var filled = "{" + ann + ",'roles':[{'id':'r1','name':'Readers'}],'lists':{'roles/r1/permissions':"
                + "[{'resource_server_identifier':'" + SERVER
                + "','permission_name':'tools:read','resource_server_name':'x'}],"
                + "'roles/r1/users':[{'user_id':'auth0|1','email':'ann@acme.dev'},{'user_id':'auth0|9'}]}}";
        assertThat(new AssignRoles().plan(ROLES, tenant(filled))).isEqualTo(new Change.Nothing());
        var receipt = requireNonNull(new AssignRoles().receipt(write, tenant(filled)));
        var back = (Change.Write) new AssignRoles().planUndo(receipt, tenant(filled), Newer.ASK);
        assertThat(back.calls()).extracting(call -> call.method() + " " + call.path())
                .containsExactly("DELETE users/auth0%7C1/roles", "DELETE roles/r1/permissions");
        assertThat(back.scopes()).containsExactly("update:users", "update:roles");
        assertThat(new AssignRoles().planUndo(receipt, tenant("{'roles':[{'id':'r1','name':'Readers'}]}"), Newer.ASK))
                .as("somebody took it away already").isEqualTo(new Change.Nothing());
    }

    @Test
    void aRoleIsGivenToWhoeverHasShownThatTheAddressIsTheirs() {
        var two = "{'people':[{'user_id':'auth0|1','email':'ann@acme.dev','email_verified':%s},"
                + "{'user_id':'google|2','email':'ann@acme.dev','email_verified':%s}]}";
        assertThat(body(write(new AssignRoles(), ROLES, two.formatted(false, true))))
                .isEqualTo("{'users':['google|2']}");
        assertThat(effects(write(new AssignRoles(), ROLES, two.formatted(true, true)))).containsExactly("several");
        assertThat(effects(write(new AssignRoles(), ROLES, two.formatted(false, false))))
                .containsExactly("several", "unverified");
        assertThat(refusal(new AssignRoles(), ROLES, "{}")).isEqualTo("nobody");
        assertThat(refusal(new AssignRoles(),
                ROLES.withRoles(List.of(new Role("Readers", "", List.of("tools:delete"), List.of()))), "{}"))
                .isEqualTo("no-permission");
    }

    @Test
    void aRoleThatIsInUseIsNotDeleted() {
        var step = new CreateRoles();
        var receipt = requireNonNull(step.receipt(write(step, ROLES, "{}"),
                tenant("{'roles':[{'id':'r1','name':'Readers','description':'May look'}]}")));
        var used = "{'roles':[{'id':'r1','name':'Readers','description':'May look'}],"
                + "'lists':{'roles/r1/users':[{'user_id':'auth0|7'}]}}";
        assertThat(step.hindrance(receipt, tenant(used), Newer.ASK)).map(Change.Refused::reason).contains("in-use");
        assertThat(step.hindrance(receipt, tenant(used.replace("{'user_id':'auth0|7'}", "")), Newer.ASK)).isEmpty();
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
