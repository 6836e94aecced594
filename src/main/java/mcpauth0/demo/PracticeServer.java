package mcpauth0.demo;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An MCP server on loopback that trusts the practice tenant. It speaks both eras of the protocol, asks every request for
 * a token, and has three tools. What each of its faults does on the wire stands in the package's own page.
 */
public final class PracticeServer {

    private static final String PATH = "/mcp";

    private final Loopback loopback;
    private final String origin;
    private final Set<String> faults;

    private PracticeServer(Loopback loopback, String origin, Set<String> faults) {
        this.loopback = loopback;
        this.origin = origin;
        this.faults = faults;
    }

    /**
     * Takes a port; {@link #start} makes it answer.
     *
     * @param port 0 for any
     * @param faults of kind {@link Fault.Kind#SERVER}
     * @param published the name by which it goes, with its port where that is not the usual one; null for {@code localhost}
     */
    static PracticeServer open(int port, Authority authority, Set<String> faults, @Nullable String published)
            throws IOException {
        var loopback = Loopback.open(port, OddCertificates.context(authority, faults));
        return new PracticeServer(loopback, published == null ? loopback.origin() : "https://" + published,
                Set.copyOf(faults));
    }

    int port() {
        return loopback.port();
    }

    /**
     * @param tenant the tenant's domain, {@code localhost:PORT}
     * @param keys that the tenant publishes; taken from it directly, so that a tenant whose address for them is broken
     *            breaks nothing else
     */
    void start(String tenant, Supplier<JWKSet> keys) {
        var issuer = "https://" + tenant + "/";
        var metadata = new ResourceMetadataDocument(url(), issuer, faults);
        var endpoint = new McpEndpoint(new BearerTokens(issuer, url(), keys, faults),
                new Refusals(metadata.url(), faults), new Tools(Clock.systemUTC(), faults), faults);
        var neighbours = new Neighbours(origin, loopback.port(), faults);
        var offered = faults.contains("cors-wellknown-missing") ? new BrowserAccess(endpoint) : endpoint;
        metadata.paths().forEach(path -> loopback.on("GET", path, _ -> metadata.answer()));
        loopback.through(new Front(PATH, faults));
        serve(request -> neighbours.answer(request, offered));
        loopback.start();
    }

    private void serve(Route endpoint) {
        var slash = PATH + "/";
        if (faults.contains("transport-html-answer"))
            loopback.on("*", PATH, _ -> Outgoing.html(200,
                    "<!doctype html><html><head><title>Dashboard</title></head><body><div id=root></div></body></html>"));
        else if (faults.contains("transport-redirect-drops-auth"))
            loopback.on("*", PATH, _ -> Outgoing.empty(307).with("Location", slash)).on("*", slash, endpoint);
        else if (faults.contains("transport-endpoint-not-found") || faults.contains("net-lb-path-rule"))
            loopback.on("*", slash, endpoint);
        else
            loopback.on("*", PATH, endpoint);
    }

    /** The address that clients call. */
    public String url() {
        return origin + PATH;
    }

    public List<Seen> requests() {
        return loopback.requests();
    }

    void close() {
        loopback.close();
    }
}
