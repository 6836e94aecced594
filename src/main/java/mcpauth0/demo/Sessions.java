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

    private final Map<String, Caller> open = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final boolean countedIds;

    Sessions(Set<String> faults) {
        countedIds = faults.contains("session-id-weak");
    }

    /** @return the id of a new session of that caller */
    String begin(Caller caller) {
        var id = countedIds ? String.valueOf(count.incrementAndGet()) : UUID.randomUUID().toString();
        open.put(id, caller);
        return id;
    }

    /** Who began it; null for a session that never was, or has ended. */
    @Nullable
    Caller owner(@Nullable String id) {
        return id == null ? null : open.get(id);
    }

    /** Whether this caller may use it: a session is no credential, and belongs to who began it. */
    boolean belongs(String id, Caller caller) {
        var owner = open.get(id);
        return owner != null && owner.subject().equals(caller.subject());
    }

    void end(String id) {
        open.remove(id);
    }
}
