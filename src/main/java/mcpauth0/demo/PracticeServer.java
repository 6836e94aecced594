package mcpauth0.demo;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * An MCP server on loopback that trusts the practice tenant. It speaks both eras of the protocol, asks every request for
 * a token, and has three tools. What each of its faults does on the wire stands in the package's own page.
 */
public final class PracticeServer {

    private static final String PATH = "/mcp";
    /** Of a server that is all of its host; clients write the address without the slash. */
    private static final String WHOLE = "/";

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
     * @param published whether it goes by {@link Surroundings#NAME}
     */
    static PracticeServer open(int port, Authority authority, Set<String> faults, boolean published)
            throws IOException {
        var loopback = Loopback.open(port, OddCertificates.context(authority, faults));
        return new PracticeServer(loopback, published ? "https://" + Surroundings.NAME : loopback.origin(),
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
        var refusals = new Refusals(metadata.url(), faults);
        var endpoint = new McpEndpoint(new BearerTokens(issuer, url(), keys, faults), refusals,
                new Tools(Clock.systemUTC(), faults), faults);
        var neighbours = new Neighbours(origin, loopback.port(), faults);
        var mangled = new Mangler(endpoint, faults);
        Route document = faults.contains("prm-behind-auth") ? _ -> refusals.noToken() : _ -> metadata.answer();
        var readable = BrowserAccess.wanted(faults) && !faults.contains("cors-wellknown-missing")
                ? new BrowserAccess(document, faults)
                : document;
        metadata.paths().forEach(path -> loopback.on("GET", path, readable));
        serve(BrowserAccess.wanted(faults)
                ? new BrowserAccess(request -> neighbours.answer(request, mangled), faults)
                : request -> neighbours.answer(request, mangled));
        loopback.start();
    }

    private void serve(Route endpoint) {
        var slash = PATH + "/";
        if (faults.contains("prm-resource-bare-origin")) {
            loopback.on("*", WHOLE, endpoint);
            return;
        }
        if (faults.contains("transport-html-answer"))
            loopback.on("*", PATH, _ -> Outgoing.html(200,
                    "<!doctype html><html><head><title>Dashboard</title></head><body><div id=root></div></body></html>"));
        else if (faults.contains("transport-redirect-drops-auth"))
            loopback.on("*", PATH, _ -> Outgoing.empty(307).with("Location", slash)).on("*", slash, endpoint);
        else if (faults.contains("transport-downgrade-redirect"))
            loopback.on("*", PATH, _ -> Outgoing.empty(307).with("Location",
                    loopback.origin().replaceFirst("^https", "http") + slash)).on("*", slash, endpoint);
        else if (faults.contains("transport-cross-host-redirect"))
            loopback.on("*", PATH, _ -> Outgoing.empty(308).with("Location", "https://www.practice.invalid" + PATH));
        else if (faults.contains("transport-endpoint-not-found"))
            loopback.on("*", slash, endpoint);
        else
            loopback.on("*", PATH, endpoint);
    }

    /** The address that clients call. */
    public String url() {
        return faults.contains("prm-resource-bare-origin") ? origin : origin + PATH;
    }

    public List<Seen> requests() {
        return loopback.requests();
    }

    void close() {
        loopback.close();
    }
}
