package mcpauth0.auth0;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import mcpauth0.http.Failure;
import mcpauth0.http.FailureException;
import mcpauth0.http.Json;
import mcpauth0.plan.Change;
import mcpauth0.plan.Journal;
import mcpauth0.setup.Secret;

/**
 * A temporary API with an identifier which no API had before, usually a random one under {@code .invalid} (RFC 2606), and a
 * genuine token for it: what a server must not accept. It takes an application and a grant beside the API; all three are deleted on
 * closing, or by {@link #sweep} after a crash. The token runs out within minutes in any case.
 */
public final class Decoy implements AutoCloseable {

    static final Makeshift.Kind KIND = new Makeshift.Kind("decoy", Decoy::found);

    private static final String MARKER = "mcp_auth0_setup_decoy";
    private static final String NAME = "MCP Auth0 Setup test, safe to delete";
    private static final String SCOPE = "decoy:use";
    private static final int SECONDS = 300;

    private final Tenant tenant;
    private final Makeshift makeshift;
    private final String audience;
    private Secret token = Secret.of("");

    private Decoy(Tenant tenant, Makeshift makeshift, String audience) {
        this.tenant = tenant;
        this.makeshift = makeshift;
        this.audience = audience;
    }

    /**
     * Makes the three and fetches the token, after writing down that it is about to.
     *
     * @throws FailureException when one of them could not be made; what was made is deleted again
     */
    public static Decoy make(Tenant tenant, Journal journal) throws FailureException {
        return make(tenant, journal, audienceOfNobody());
    }

    /** A random one under {@code .invalid}. */
    public static String audienceOfNobody() {
        return "https://" + UUID.randomUUID() + ".invalid/";
    }

    /**
     * The same for a given audience.
     *
     * @param audience that no API of the tenant has, nor had: random, or looked for in the tenant
     */
    public static Decoy make(Tenant tenant, Journal journal, String audience) throws FailureException {
        var calls = List.of(new Change.Call("POST", Part.APIS.path(), api(audience)),
                new Change.Call("POST", Part.CLIENTS.path(), client(audience)));
        var decoy = new Decoy(tenant, Makeshift.begin(KIND, tenant, journal,
                new Change.Write(audience, List.of(), permissions(), calls, List.of())), audience);
        try {
            decoy.fill(calls);
            return decoy;
        } catch (FailureException e) {
            decoy.close();
            throw e;
        }
    }

    private static ObjectNode api(String audience) {
        var api = Json.object().put("identifier", audience).put("name", NAME).put("signing_alg", "RS256")
                .put("token_dialect", "rfc9068_profile").put("token_lifetime", SECONDS)
                .put("token_lifetime_for_web", SECONDS);
        api.putArray("scopes").addObject().put("value", SCOPE);
        return api;
    }

    private static ObjectNode client(String audience) {
        var client = Json.object().put("name", NAME).put("app_type", "non_interactive")
                .put("token_endpoint_auth_method", "client_secret_post");
        client.putArray("grant_types").add("client_credentials");
        client.putObject("client_metadata").put(MARKER, audience);
        return client;
    }

    private void fill(List<Change.Call> calls) throws FailureException {
        makeshift.made(Part.APIS.path() + "/" + tenant.call(calls.get(0)).path("id").asText());
        var client = tenant.call(calls.get(1));
        var id = client.path("client_id").asText();
        makeshift.made(Part.CLIENTS.path() + "/" + id);
        var grant = Json.object().put("client_id", id).put("audience", audience);
        grant.putArray("scope").add(SCOPE);
        makeshift.made(Part.GRANTS.path() + "/"
                + tenant.call(new Change.Call("POST", Part.GRANTS.path(), grant)).path("id").asText());
        makeshift.complete();
        var secret = Secret.of(client.path("client_secret").asText());
        var answer = tenant.http().send(TokenFetcher.request(tenant.domain(), id, secret, audience))
                .successOrThrow();
        token = Secret.of(answer.json().map(json -> json.path("access_token").asText()).orElse(""));
        if (token.isEmpty())
            throw new Failure.Malformed("token", "").asException(null);
    }

    /**
     * Deletes what earlier runs left; gives the names of what could not be deleted. Leaves everything alone while another
     * process has a decoy in use.
     */
    public static List<String> sweep(Tenant tenant, Journal journal) throws FailureException {
        return Makeshift.sweep(KIND, tenant, journal);
    }

    /**
     * Paths of what belongs to that decoy, in the order of deleting. What somebody else made under the same audience since
     * then stays: ours has our name, and a grant is of our application.
     */
    private static List<String> found(Snapshot snapshot, String audience) {
        var paths = new ArrayList<String>();
        var clients = snapshot.clients().stream().filter(client -> isMarked(client.raw(), audience))
                .map(Snapshot.Client::id).toList();
        snapshot.grants().stream()
                .filter(grant -> grant.audience().equals(audience) && clients.contains(grant.clientId()))
                .forEach(grant -> paths.add(Part.GRANTS.path() + "/" + grant.id()));
        clients.forEach(client -> paths.add(Part.CLIENTS.path() + "/" + client));
        snapshot.api(audience).filter(api -> api.name().equals(NAME))
                .ifPresent(api -> paths.add(Part.APIS.path() + "/" + api.id()));
        return paths;
    }

    private static boolean isMarked(JsonNode client, String audience) {
        return client.path("client_metadata").path(MARKER).asText().equals(audience);
    }

    /** The permissions that it needs beside {@link Permissions#reading}. */
    public static List<String> permissions() {
        return List.of("create:resource_servers", "delete:resource_servers", "create:clients", "delete:clients",
                "create:client_grants", "delete:client_grants");
    }

    public String audience() {
        return audience;
    }

    /** A genuine access token of this tenant for {@link #audience}, good for five minutes. */
    public Secret token() {
        return token;
    }

    /** Deletes everything again; {@link #leftBehind} tells what resisted. Never throws. */
    @Override
    public void close() {
        makeshift.close();
    }

    /** What could not be deleted, as paths of the Management API; empty before closing. The next sweep tries again. */
    public List<String> leftBehind() {
        return makeshift.leftBehind();
    }
}
