package mcpauth0.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A practice tenant and a practice server that trusts it, both on loopback over HTTPS, with certificates of one
 * authority that is made at start. Pairs share nothing; closing one ends both servers and forgets everything.
 */
public final class PracticePair implements AutoCloseable {

    /** How much is done already when the pair starts. */
    public enum Start {
        /** A tenant as a new one is: nothing is set up. */
        BLANK,
        /** Every step is applied for this pair's server. */
        HEALTHY
    }

    /** Since when third-party applications are in use, which decides about Auth0's enhanced controls for them. */
    public enum Age {
        /** After April 2026: registered clients are strict, and the tenant has no choice. */
        NEW,
        /** Before: they are permissive, the settings say so, and the tenant may choose. */
        OLD,
        /** Before, and nobody chose: the settings do not mention it. */
        OLD_SILENT
    }

    /**
     * What the pair is to be like.
     *
     * @param port of the tenant, 0 for any that is free
     * @param mcpPort of the server, 0 for any that is free
     * @param faults ids of what is broken, see {@link Fault}
     * @param freePlan whether the limits of Auth0's free plan hold: two Management API requests a second, ten
     *            applications, ten APIs, logs for a day …
     * @param customDomain whether people sign in at a domain of the tenant's own choice, on this machine a second port;
     *            then that is the issuer which the server trusts. The fault of its certificate brings it about
     * @param published whether the server is called {@code https://mcp.practice.example/mcp} and appears to be where
     *            the whole world can reach it; only whoever reads {@link PracticePair#surroundings()} finds it there.
     *            Faults that show only on such a server bring it about
     * @param distance how much longer each answer of the tenant and of the server takes
     */
    public record Options(int port, int mcpPort, Set<String> faults, boolean freePlan, Age age, boolean customDomain,
            boolean published, Duration distance, Start start) {
        public Options {
            faults = Set.copyOf(faults);
            var ids = faults;
            published |= Fault.all().stream().anyMatch(fault -> fault.published() && ids.contains(fault.id()));
            customDomain |= ids.contains("tls-as-domain");
        }

        public static Options of(Start start) {
            return new Options(0, 0, Set.of(), false, Age.NEW, false, false, Duration.ZERO, start);
        }

        public Options withFaults(String... ids) {
            var more = new TreeSet<>(faults);
            more.addAll(Set.of(ids));
            return new Options(port, mcpPort, more, freePlan, age, customDomain, published, distance, start);
        }

        public Options withPorts(int tenant, int server) {
            return new Options(tenant, server, faults, freePlan, age, customDomain, published, distance, start);
        }

        public Options onFreePlan() {
            return new Options(port, mcpPort, faults, true, age, customDomain, published, distance, start);
        }

        public Options aged(Age which) {
            return new Options(port, mcpPort, faults, freePlan, which, customDomain, published, distance, start);
        }

        public Options asPublished() {
            return new Options(port, mcpPort, faults, freePlan, age, customDomain, true, distance, start);
        }

        public Options atDistance(Duration way) {
            return new Options(port, mcpPort, faults, freePlan, age, customDomain, published, way, start);
        }

        public Options withCustomDomain() {
            return new Options(port, mcpPort, faults, freePlan, age, true, published, distance, start);
        }
    }

    private final Authority authority;
    private final PracticeTenant tenant;
    private final PracticeServer server;
    private final Path caFile;
    private final @Nullable Path surroundings;
    private final @Nullable NameService names;

    private PracticePair(Authority authority, PracticeTenant tenant, PracticeServer server, Path caFile,
            @Nullable Path surroundings, @Nullable NameService names) {
        this.authority = authority;
        this.tenant = tenant;
        this.server = server;
        this.caFile = caFile;
        this.surroundings = surroundings;
        this.names = names;
    }

    /**
     * Starts both servers.
     *
     * @throws IOException when a port is taken
     * @throws IllegalArgumentException when a fault does not exist
     */
    public static PracticePair start(Options options) throws IOException {
        var onTenant = Fault.chosen(options.faults, Fault.Kind.TENANT);
        var onServer = Fault.chosen(options.faults, Fault.Kind.SERVER);
        var authority = new Authority();
        var faults = options.faults;
        Path surroundings = null;
        NameService names = null;
        var caFile = Files.createTempFile("practice-ca", ".pem").toAbsolutePath();
        try {
            Files.writeString(caFile, authority.pem());
            var server = PracticeServer.open(options.mcpPort, authority, onServer,
                    options.published ? Surroundings.authority(faults) : null);
            try {
                names = options.published ? NameService.start(authority, Surroundings.outside(faults)) : null;
                surroundings = Surroundings.write(faults, options.published,
                        new Surroundings.Places(server.port(), server.issuerPort(),
                                names == null ? null : names.url()));
                var tenant = PracticeTenant.start(options, authority, server.url(), onTenant);
                server.start(tenant.loginDomain(), tenant::keys, options.distance);
                return new PracticePair(authority, tenant, server, caFile, surroundings, names);
            } catch (IOException | RuntimeException e) {
                server.close();
                if (names != null)
                    names.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            forget(caFile);
            if (surroundings != null)
                forget(surroundings);
            throw e;
        }
    }

    /** The tenant's canonical domain: {@code localhost:PORT}. */
    public String domain() {
        return tenant.domain();
    }

    /** Where people sign in: the custom domain where there is one, else the canonical one. */
    public String loginDomain() {
        return tenant.loginDomain();
    }

    /** {@code https://localhost:PORT/mcp}. */
    public String mcpUrl() {
        return server.url();
    }

    public X509Certificate authority() {
        return authority.certificate();
    }

    /** The authority's certificate as PEM, in a temporary file that goes away with the pair. */
    public Path caFile() {
        return caFile;
    }

    /**
     * A good certificate of the pair's authority for a server on this machine that is not ours.
     *
     * @param certificate PEM, without the authority's own
     * @param key PEM, PKCS#8
     */
    public record Identity(String certificate, String key) {

        @Override
        public String toString() {
            return "Identity of localhost";
        }
    }

    /** A new one with each call. */
    public Identity identity() {
        var leaf = authority.leaf();
        return new Identity(leaf.certificatePem(), leaf.privateKeyPkcs8Pem());
    }

    /** A Management API token with every permission that the set-up uses, good for a day. */
    public String managementToken() {
        return tenant.managementToken();
    }

    /** The machine-to-machine application that is authorized for the Management API. */
    public String clientId() {
        return tenant.clientId();
    }

    public String clientSecret() {
        return tenant.clientSecret();
    }

    /** The first of the two people who can sign in. */
    public String user() {
        return PracticeTenant.USER;
    }

    /** The other one, with the same password. */
    public String secondUser() {
        return PracticeTenant.SECOND_USER;
    }

    /**
     * An application that proves itself with a signature instead of a secret.
     *
     * @param key PEM, PKCS#8
     */
    public record SigningApplication(String clientId, String key) {

        @Override
        public String toString() {
            return "SigningApplication " + clientId;
        }
    }

    /**
     * A machine-to-machine application with the same permissions as {@link #clientId} that proves itself with a private
     * key (private_key_jwt). It is made with the first call.
     */
    public SigningApplication signingApplication() {
        return tenant.signingApplication();
    }

    public String password() {
        return PracticeTenant.PASSWORD;
    }

    /** A file for {@code check --surroundings}; null where the surroundings are as they are. */
    public @Nullable Path surroundings() {
        return surroundings;
    }

    /** What the resolver of the whole world was asked; nothing where the server is for this machine. */
    public List<Seen> lookUps() {
        return names == null ? List.of() : names.requests();
    }

    /**
     * Faults of the server that can be had and lost while it runs, to learn what they look like; by the way of a
     * connection.
     */
    public static final List<String> LESSONS = List.of("transport-html-answer", "challenge-missing-401",
            "challenge-no-resource-metadata", "prm-not-found", "prm-resource-mismatch",
            "rs-rejects-valid-token", "rs-accepts-wrong-audience", "rs-accepts-any-bearer",
            "session-lost-across-replicas");

    /** From now on the server has these faults besides those that it began with; see {@link #LESSONS}. */
    public void behave(Set<String> faults) {
        if (!LESSONS.containsAll(faults))
            throw new IllegalArgumentException(faults.toString());
        server.behave(faults);
    }

    public PracticeTenant tenant() {
        return tenant;
    }

    public PracticeServer server() {
        return server;
    }

    @Override
    public void close() {
        server.close();
        tenant.close();
        if (names != null)
            names.close();
        forget(caFile);
        if (surroundings != null)
            forget(surroundings);
    }

    private static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }
}
