package mcpauth0.demo;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The sessions of the handshake era (MCP 2025-11-25, transports, "Session Management"). */
final class Sessions {

    static final String HEADER = "Mcp-Session-Id";

    private static final int REPLICAS = 2;

    private final Map<String, Caller> open = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final Map<String, Integer> replicas = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> ways = new ConcurrentHashMap<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final Set<String> faults;

    Sessions(Set<String> faults) {
        this.faults = faults;
    }

    /** @return the id of a new session of that caller */
    String begin(Incoming request, Caller caller) {
        var id = faults.contains("session-id-weak")
                ? String.valueOf(count.incrementAndGet())
                : UUID.randomUUID().toString();
        open.put(id, caller);
        replicas.put(id, replica(request));
        return id;
    }

    /** Connections are led to the replicas in turn, and each replica knows only sessions that began there. */
    private int replica(Incoming request) {
        return faults.contains("session-lost-across-replicas")
                ? ways.computeIfAbsent(request.connection(), _ -> connections.getAndIncrement() % REPLICAS)
                : 0;
    }

    /** Who began it; null for a session that never was, or has ended. */
    @Nullable
    Caller owner(@Nullable String id) {
        return id == null ? null : open.get(id);
    }

    /** Whether this caller may use it: a session is no credential, and belongs to who began it. */
    boolean belongs(String id, Incoming request, Caller caller) {
        var owner = open.get(id);
        return owner != null && owner.subject().equals(caller.subject())
                && Integer.valueOf(replica(request)).equals(replicas.get(id));
    }

    void end(String id) {
        open.remove(id);
    }
}
