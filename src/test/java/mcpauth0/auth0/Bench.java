package mcpauth0.auth0;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import mcpauth0.auth0.ManagementAccess.Entry;
import mcpauth0.demo.PracticePair;
import mcpauth0.demo.PracticeTenant;
import mcpauth0.demo.Seen;
import mcpauth0.http.Exchange;
import mcpauth0.http.Exchanges;
import mcpauth0.http.Http;
import mcpauth0.http.Json;
import mcpauth0.http.Network;
import mcpauth0.http.Trust;
import mcpauth0.plan.Applier;
import mcpauth0.plan.Change;
import mcpauth0.plan.Journal;
import mcpauth0.plan.Outcome;
import mcpauth0.plan.Progress;
import mcpauth0.setup.McpUrl;
import mcpauth0.setup.Registration;
import mcpauth0.setup.Role;
import mcpauth0.setup.Scope;
import mcpauth0.setup.Secret;
import mcpauth0.setup.Setup;
import mcpauth0.setup.TenantDomain;
import mcpauth0.setup.TokenSettings;

/** A practice tenant, a journal, and as many fresh starts of the program as a test wants. */
final class Bench implements AutoCloseable {

    /** Of an API that is not quite the server's. */
    static final String OLD = "https://mcp.example.com/old";
    private static final Pattern GRANT = Pattern.compile("cgr_[A-Za-z0-9]+");

    final PracticePair pair;
    private final Path folder;
    private final List<Http> opened = new ArrayList<>();

    Bench(PracticePair.Options options, Path folder) throws IOException {
        this.pair = PracticePair.start(options);
        this.folder = folder;
    }

    /** Everything that can be chosen is. */
    Setup setup() {
        var empty = Setup.empty();
        return empty.withServer(McpUrl.parse(pair.mcpUrl()).orThrow()).withTenant(domain())
                .withApi(empty.api().withName("Practice tools"))
                .withConnections(List.of("Username-Password-Authentication")).withDefaultAudience(true);
    }

    /** Every step has something to write, on a tenant where {@link #older} was done. */
    Setup everything() {
        var all = setup();
        return all.withApi(all.api().withScopes(List.of(new Scope("mcp:use", "Use"), new Scope("mcp:change", "")))
                .withTokens(new TokenSettings(null, TokenSettings.Dialect.RFC9068_PROFILE, true, 3600, 600))
                .replacing(OLD).replacingMachineGrant(true))
                .withRoles(List.of(
                        new Role("Tool users", "May use tools", List.of("mcp:use"), List.of(PracticeTenant.USER)),
                        new Role("Tool makers", "", List.of("mcp:use", "mcp:change"),
                                List.of(PracticeTenant.USER, PracticeTenant.SECOND_USER))))
                .withRegistration(new Registration(true, false,
                        List.of("https://claude.ai/oauth/mcp-oauth-client-metadata",
                                "https://vscode.dev/oauth/client-metadata.json"),
                        List.of(new Registration.Application("cursor", "Cursor",
                                List.of("http://localhost:8787/callback"), false),
                                new Registration.Application("other", "Our bot", List.of("https://bot.acme.dev/back"),
                                        true))));
    }

    /** An API that stood for the server under another name, which an application, a machine and a role may use. */
    void older() throws Exception {
        var tenant = tenant();
        post(tenant, "resource-servers", "{'identifier':'" + OLD
                + "','name':'Old','scopes':[{'value':'old:use'}],'token_lifetime':7200,'signing_alg':'RS256'}");
        post(tenant, "client-grants", "{'client_id':'" + pair.clientId() + "','audience':'" + OLD
                + "','scope':['old:use'],'subject_type':'client'}");
        post(tenant, "client-grants", "{'default_for':'third_party_clients','audience':'" + OLD
                + "','scope':['old:use'],'subject_type':'client'}");
        post(tenant, "client-grants", "{'default_for':'third_party_clients','audience':'" + OLD
                + "','scope':['old:use'],'subject_type':'user'}");
        post(tenant, "roles", "{'name':'Old hands','description':'Theirs'}");
        post(tenant, "roles/{Old hands}/permissions", "{'permissions':[{'resource_server_identifier':'" + OLD
                + "','permission_name':'old:use'}]}");
    }

    /** The server's own API is there too, with a grant that is no good, and so is a role. */
    void halfDone() throws Exception {
        var tenant = tenant();
        post(tenant, "resource-servers", "{'identifier':'" + pair.mcpUrl()
                + "','name':'Mine','scopes':[{'value':'mcp:use'}],'enforce_policies':false,'token_dialect':'access_token',"
                + "'token_lifetime':86400,'token_lifetime_for_web':7200,'allow_offline_access':false}");
        post(tenant, "roles", "{'name':'Tool users','description':'Theirs'}");
        post(tenant, "roles/{Tool users}/permissions", "{'permissions':[{'resource_server_identifier':'" + OLD
                + "','permission_name':'old:use'}]}");
        post(tenant, "client-grants", "{'default_for':'third_party_clients','audience':'" + pair.mcpUrl()
                + "','scope':['mcp:use']}");
    }

    /** JSON with single quotes. */
    static JsonNode post(Tenant tenant, String path, String body) throws Exception {
        return tenant.call(new Change.Call("POST", path, Json.parse(body.replace('\'', '"')).orElseThrow()));
    }

    static void take(Tenant tenant, String path, String body) throws Exception {
        tenant.call(new Change.Call("DELETE", path, Json.parse(body.replace('\'', '"')).orElseThrow()));
    }

    TenantDomain domain() {
        return TenantDomain.parse(pair.domain()).orThrow();
    }

    /** The program, started anew. */
    Applier<Tenant> start() throws IOException {
        return start(tenant());
    }

    Applier<Tenant> start(Tenant tenant) throws IOException {
        return new Applier<>(tenant, pair.domain(), Steps.all(), journal());
    }

    Journal journal() throws IOException {
        return Journal.open(folder, pair.domain());
    }

    Tenant tenant() {
        return tenant(_ -> {
        });
    }

    /** @param listener told of each exchange, on its thread; what it throws ends the program there */
    Tenant tenant(Consumer<Exchange> listener) {
        return enter(new Credentials.Application(pair.clientId(), Secret.of(pair.clientSecret())), listener);
    }

    Tenant tenant(Collection<String> permissions) {
        return enter(new Credentials.Token(
                Secret.of(pair.tenant().managementToken(permissions, Duration.ofMinutes(5)))), _ -> {
                });
    }

    private Tenant enter(Credentials credentials, Consumer<Exchange> listener) {
        var exchanges = new Exchanges();
        var http = new Http(Network.system().withTrust(Trust.only(List.of(pair.authority()))), exchanges);
        opened.add(http);
        if (!(ManagementAccess.open(http, domain(), credentials) instanceof Entry.Open(var tenant)))
            throw new AssertionError("not let in");
        exchanges.listen(listener);
        return tenant;
    }

    /** Plans and applies everything, in a fresh start. */
    void applyAll() throws Exception {
        applyAll(setup());
    }

    void applyAll(Setup setup) throws Exception {
        var applier = start();
        assertThat(applier.apply(applier.plan(setup), Progress.SILENT)).isInstanceOf(Outcome.Proven.class);
    }

    void undoAll() throws IOException {
        assertThat(start().undo(List.of(), Progress.SILENT)).isInstanceOf(Outcome.Proven.class);
    }

    /** Without the order of fields, and without the ids of grants: one that was made again has another. */
    String state() {
        try {
            var sorted = Json.MAPPER.convertValue(pair.tenant().state(), Object.class);
            return GRANT.matcher(Json.MAPPER.writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .withDefaultPrettyPrinter().writeValueAsString(sorted)).replaceAll("cgr_");
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** The Management API requests since the last look. */
    List<Seen> since(int before) {
        var all = pair.tenant().requests();
        return all.subList(before, all.size()).stream().filter(seen -> seen.path().startsWith("/api/v2/")).toList();
    }

    int count() {
        return pair.tenant().requests().size();
    }

    /** Ends every start of the program until now: the practice tenant keeps so many connections open and no more. */
    void rest() {
        opened.forEach(Http::close);
        opened.clear();
    }

    @Override
    public void close() {
        rest();
        pair.close();
    }
}
