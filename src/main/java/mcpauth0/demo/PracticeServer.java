package mcpauth0.demo;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/** An MCP server on loopback that trusts the practice tenant. */
public final class PracticeServer {

    private final Loopback loopback;

    private PracticeServer(Loopback loopback) {
        this.loopback = loopback;
    }

    /**
     * Takes a port; {@link #start} makes it answer.
     *
     * @param port 0 for any
     * @param faults of kind {@link Fault.Kind#SERVER}
     */
    static PracticeServer open(int port, Authority authority, Set<String> faults) throws IOException {
        return new PracticeServer(Loopback.open(port, authority.good()));
    }

    /** @param tenant the tenant's domain, {@code localhost:PORT} */
    void start(String tenant) {
        loopback.start();
    }

    /** The address that clients call. */
    public String url() {
        return loopback.origin() + "/mcp";
    }

    public List<Seen> requests() {
        return loopback.requests();
    }

    void close() {
        loopback.close();
    }
}
