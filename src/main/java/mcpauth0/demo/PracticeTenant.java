package mcpauth0.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** An Auth0 tenant on loopback that behaves like a real one. */
public final class PracticeTenant {

    /** The one person of the tenant, kept in its user database. */
    public static final String USER = "ada@example.com";
    public static final String PASSWORD = "practice";

    private final Loopback loopback;
    private final TenantState state = new TenantState();
    private final ReentrantLock lock = new ReentrantLock();
    private final Accidents accidents = new Accidents();

    private PracticeTenant(Loopback loopback) {
        this.loopback = loopback;
        loopback.through(accidents);
    }

    static PracticeTenant start(PracticePair.Options options, Authority authority, String mcpUrl, Set<String> faults)
            throws IOException {
        return new PracticeTenant(Loopback.open(options.port(), authority.good()).start());
    }

    String domain() {
        return "localhost:" + loopback.port();
    }

    /** The keys that tokens are verified with, as published, whether or not the address for them works. */
    JWKSet keys() {
        return new JWKSet();
    }

    String managementToken() {
        return "";
    }

    String clientId() {
        return "";
    }

    String clientSecret() {
        return "";
    }

    /** In the order in which they were answered. */
    public List<Seen> requests() {
        return loopback.requests();
    }

    /** Settings, apis, grants, connections and clients, each in a stable order: equal text means equal state. */
    public JsonNode state() {
        lock.lock();
        try {
            var all = JsonNodeFactory.instance.objectNode();
            all.set("settings", state.settings().deepCopy());
            put(all, "apis", state.apis());
            put(all, "grants", state.grants());
            put(all, "connections", state.connections());
            put(all, "clients", state.clients());
            return all;
        } finally {
            lock.unlock();
        }
    }

    /** An edit by somebody else's hand: no request, no log entry. */
    public void change(Consumer<TenantState> edit) {
        lock.lock();
        try {
            edit.accept(state);
        } finally {
            lock.unlock();
        }
    }

    /**
     * The next request that fits is not done and gets this answer instead.
     *
     * @param request asked with status 0
     */
    public void failNext(Predicate<Seen> request, int status) {
        accidents.instead(request, status);
    }

    /** The connection of the next request that fits is closed without an answer, and nothing is done. */
    public void dropNext(Predicate<Seen> request) {
        failNext(request, 0);
    }

    /** The next request that fits is done, but its answer gets lost: the connection is closed. */
    public void loseAnswer(Predicate<Seen> request) {
        accidents.after(request);
    }

    void close() {
        loopback.close();
    }

    private static void put(ObjectNode all, String name, List<ObjectNode> items) {
        var array = all.putArray(name);
        new ArrayList<>(items).forEach(item -> array.add(item.deepCopy()));
    }
}
