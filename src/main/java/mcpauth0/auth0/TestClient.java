package mcpauth0.auth0;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import mcpauth0.http.FailureException;
import mcpauth0.plan.Change;
import mcpauth0.plan.Journal;

/**
 * A client that is registered at the tenant's open registration only to see whether it would be, and deleted on closing,
 * or by {@link #sweep} after a crash. It is known by its name, which no other client has.
 */
public final class TestClient implements AutoCloseable {

    public static final String PERMISSION = "delete:clients";

    static final Makeshift.Kind KIND = new Makeshift.Kind("test-client", TestClient::found);

    private final Makeshift makeshift;

    private TestClient(Makeshift makeshift) {
        this.makeshift = makeshift;
    }

    /** A name for one of them; it says that the client may be deleted. */
    public static String name() {
        return "MCP Auth0 Setup test " + UUID.randomUUID().toString().substring(0, 8) + ", safe to delete";
    }

    /**
     * Writes down that it is about to be registered.
     *
     * @param wanted what is sent; {@code client_name} holds a {@link #name}
     */
    public static TestClient begin(Tenant tenant, Journal journal, JsonNode wanted) throws FailureException {
        var call = new Change.Call("POST", "oidc/register", wanted);
        return new TestClient(Makeshift.begin(KIND, tenant, journal, new Change.Write(
                wanted.path("client_name").asText(), List.of(), List.of(PERMISSION), List.of(call), List.of())));
    }

    /** It is there. */
    public void made(String clientId) throws FailureException {
        makeshift.made(Part.CLIENTS.path() + "/" + clientId);
        makeshift.complete();
    }

    /** It was refused. */
    public void refused() throws FailureException {
        makeshift.nothing();
    }

    /** As {@link Decoy#sweep}. */
    public static List<String> sweep(Tenant tenant, Journal journal) throws FailureException {
        return Makeshift.sweep(KIND, tenant, journal);
    }

    private static List<String> found(Snapshot snapshot, String name) {
        return snapshot.clients().stream().filter(client -> client.name().equals(name))
                .map(client -> Part.CLIENTS.path() + "/" + client.id()).toList();
    }

    /** Deletes it again; where nobody knows what became of it, it is looked for first. Never throws. */
    @Override
    public void close() {
        makeshift.close();
    }

    /** What could not be deleted, as paths of the Management API; empty before closing. */
    public List<String> leftBehind() {
        return makeshift.leftBehind();
    }
}
