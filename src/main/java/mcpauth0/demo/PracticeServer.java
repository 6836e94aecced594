package mcpauth0.demo;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.URI;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An MCP server on loopback that trusts the practice tenant. It speaks both eras of the protocol, asks every request for
 * a token, and has three tools. What each of its faults does on the wire stands in the package's own page.
 */
public final class PracticeServer {

    private static final String PATH = "/mcp";
    /** Of a server that is all of its host; clients write the address without the slash. */
    private static final String WHOLE = "/";

    private final Loopback loopback;
    private final @Nullable OldFront front;
    private final @Nullable Loopback issuer;
    private final String origin;
    private final Set<String> lasting;
    private volatile Set<String> faults;
    private @Nullable Behind behind;

    private PracticeServer(Loopback loopback, @Nullable OldFront front, @Nullable Loopback issuer, String origin,
            Set<String> faults) {
        this.loopback = loopback;
        this.front = front;
        this.issuer = issuer;
        this.origin = origin;
        this.lasting = faults;
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
        var certificates = OddCertificates.with(authority, faults);
        var old = faults.contains("tls-protocol-too-old");
        var loopback = Loopback.open(old ? 0 : port, certificates.context(), faults.contains("tls-client-certificate"));
        var front = old ? OldFront.open(port, loopback.port()) : null;
        var issuer = faults.contains("tls-chain-incomplete") ? issuer(certificates.issuer()) : null;
        var origin = front == null ? loopback.origin() : "https://localhost:" + front.port();
        return new PracticeServer(loopback, front, issuer, published == null ? origin : "https://" + published,
                Set.copyOf(faults));
    }

    /** Where an authority keeps its own certificate for everybody, in the clear as such places are. */
    private static Loopback issuer(X509Certificate certificate) throws IOException {
        byte[] encoded;
        try {
            encoded = certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
        return Loopback.open(0, null)
                .on("GET", URI.create(OddCertificates.ISSUER_ADDRESS).getPath(), _ -> new Outgoing(200,
                        List.of(Map.entry("Content-Type", "application/pkix-cert")), encoded, null))
                .start();
    }

    int port() {
        return front == null ? loopback.port() : front.port();
    }

    /** Where the certificate of the server's issuer is to be had; 0 where nobody needs it. */
    int issuerPort() {
        return issuer == null ? 0 : issuer.port();
    }

    /**
     * @param tenant the tenant's domain, {@code localhost:PORT}
     * @param keys that the tenant publishes; taken from it directly, so that a tenant whose address for them is broken
     *            breaks nothing else
     * @param distance how much longer each answer takes
     */
    void start(String tenant, Supplier<JWKSet> keys, Duration distance) {
        behind = new Behind("https://" + tenant + "/", keys, distance);
        furnish(behind);
        loopback.start();
    }

    /** Whose tokens it takes, and from how far it answers. */
    private record Behind(String issuer, Supplier<JWKSet> keys, Duration distance) {
    }

    /**
     * From now on it has these faults besides those that it began with; those of its certificate and its port do not come
     * that late. Sessions are gone.
     */
    void behave(Set<String> more) {
        var all = new TreeSet<>(lasting);
        all.addAll(more);
        faults = Set.copyOf(all);
        loopback.anew();
        furnish(Objects.requireNonNull(behind));
    }

    private void furnish(Behind known) {
        var metadata = new ResourceMetadataDocument(url(), known.issuer, faults);
        var refusals = new Refusals(metadata.url(), faults);
        var endpoint = new McpEndpoint(new BearerTokens(known.issuer, url(), known.keys, faults), refusals,
                new Tools(Clock.systemUTC(), faults), faults);
        var neighbours = new Neighbours(origin, port(), faults);
        var mangled = new Mangler(endpoint, faults);
        Route document = faults.contains("prm-behind-auth") ? _ -> refusals.noToken() : _ -> metadata.answer();
        var readable = BrowserAccess.wanted(faults) && !faults.contains("cors-wellknown-missing")
                ? new BrowserAccess(document, faults)
                : document;
        metadata.paths().forEach(path -> loopback.on("GET", path, readable));
        loopback.through(new Distance(known.distance)).through(new Front(PATH, faults));
        serve(BrowserAccess.wanted(faults)
                ? new BrowserAccess(request -> neighbours.answer(request, mangled), faults)
                : request -> neighbours.answer(request, mangled));
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
                    origin.replaceFirst("^https", "http") + slash)).on("*", slash, endpoint);
        else if (faults.contains("transport-cross-host-redirect"))
            loopback.on("*", PATH, _ -> Outgoing.empty(308).with("Location", "https://www.practice.invalid" + PATH));
        else if (faults.contains("transport-endpoint-not-found") || faults.contains("net-lb-path-rule"))
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
        if (front != null)
            front.close();
        if (issuer != null)
            issuer.close();
    }
}
