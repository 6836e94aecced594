package mcpauth0.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The certificate authorities that are trusted: Java's, the operating system's, and those of a file that the operator
 * names. Immutable. There is no way to trust everything.
 */
public final class Trust {

    /** Where an authority comes from. */
    public enum Source {
        JAVA, SYSTEM, OPERATOR
    }

    private static final List<Path> LINUX_BUNDLES = List.of(Path.of("/etc/ssl/certs/ca-certificates.crt"),
            Path.of("/etc/pki/tls/certs/ca-bundle.crt"), Path.of("/etc/ssl/ca-bundle.pem"),
            Path.of("/etc/ssl/cert.pem"));

    private final Anchors java;
    private final Anchors system;
    private final Anchors operator;
    private final Anchors all;

    private Trust(Anchors java, Anchors system, Anchors operator) {
        this.java = java;
        this.system = system;
        this.operator = operator;
        this.all = java.plus(system).plus(operator);
    }

    /** Some authorities. To read hundreds, and to make their manager, takes long: each is done once, when it is asked for. */
    private static final class Anchors {

        static final Anchors NONE = new Anchors(Set::of);

        private final Supplier<Set<X509Certificate>> source;
        private @Nullable Set<X509Certificate> certificates;
        private @Nullable X509TrustManager manager;

        Anchors(Supplier<Set<X509Certificate>> source) {
            this.source = source;
        }

        synchronized Set<X509Certificate> certificates() {
            var read = certificates;
            if (read == null) {
                read = source.get();
                certificates = read;
            }
            return read;
        }

        Anchors plus(Anchors others) {
            if (others == NONE)
                return this;
            return this == NONE ? others : new Anchors(() -> {
                var more = new LinkedHashSet<>(certificates());
                more.addAll(others.certificates());
                return more;
            });
        }

        Anchors plus(Collection<X509Certificate> others) {
            var more = Set.copyOf(others);
            return more.isEmpty() ? this : plus(new Anchors(() -> more));
        }

        synchronized X509TrustManager manager() {
            var made = manager;
            if (made == null) {
                made = managerOf(certificates());
                manager = made;
            }
            return made;
        }
    }

    /** Java's authorities and the operating system's. */
    public static Trust system() {
        return Lazy.SYSTEM;
    }

    private static final class Lazy {
        static final Trust SYSTEM = new Trust(new Anchors(() -> ofStore(null)), new Anchors(Trust::ofSystem),
                Anchors.NONE);
    }

    /** These authorities and no other: for the practice pair. */
    public static Trust only(Collection<X509Certificate> anchors) {
        return new Trust(Anchors.NONE, Anchors.NONE, Anchors.NONE.plus(anchors));
    }

    public Trust plus(Collection<X509Certificate> anchors) {
        return new Trust(java, system, operator.plus(anchors));
    }

    /** The same authorities, those of the operator as if everybody knew them: for surroundings that play the internet. */
    public Trust asPublic() {
        return new Trust(java.plus(operator), system, Anchors.NONE);
    }

    /** The same authorities, those of the operator as if only this computer's operating system knew them. */
    public Trust asSystem() {
        return new Trust(java, system.plus(operator), Anchors.NONE);
    }

    /**
     * The certificates of a PEM file.
     *
     * @throws IOException when the file cannot be read or holds no certificate
     */
    public static List<X509Certificate> read(Path pem) throws IOException {
        return parse(Files.readString(pem));
    }

    public static List<X509Certificate> parse(String pem) throws IOException {
        try (var in = new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8))) {
            var found = new ArrayList<X509Certificate>();
            for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(in))
                found.add((X509Certificate) certificate);
            if (found.isEmpty())
                throw new IOException("no certificate in it");
            return found;
        } catch (CertificateException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    public X509TrustManager manager() {
        return all.manager();
    }

    public SSLContext context() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[]{manager()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whose authority the chain leads to, the most public first; null where nobody's here. */
    public @Nullable Source sourceOf(List<X509Certificate> chain) {
        if (leadsTo(java, chain))
            return Source.JAVA;
        if (leadsTo(system, chain))
            return Source.SYSTEM;
        return leadsTo(operator, chain) ? Source.OPERATOR : null;
    }

    public int count(Source source) {
        return switch (source) {
            case JAVA -> java.certificates().size();
            case SYSTEM -> system.certificates().size();
            case OPERATOR -> operator.certificates().size();
        };
    }

    private static boolean leadsTo(Anchors anchors, List<X509Certificate> chain) {
        if (anchors.certificates().isEmpty() || chain.isEmpty())
            return false;
        try {
            anchors.manager().checkServerTrusted(chain.toArray(X509Certificate[]::new), "UNKNOWN");
            return true;
        } catch (CertificateException e) {
            return false;
        }
    }

    private static X509TrustManager managerOf(Set<X509Certificate> anchors) {
        try {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            var n = 0;
            for (var anchor : anchors)
                store.setCertificateEntry("a" + n++, anchor);
            var factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(store);
            return (X509TrustManager) factory.getTrustManagers()[0];
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<X509Certificate> ofStore(@Nullable KeyStore store) {
        try {
            var factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(store);
            return new LinkedHashSet<>(
                    List.of(((X509TrustManager) factory.getTrustManagers()[0]).getAcceptedIssuers()));
        } catch (GeneralSecurityException e) {
            return Set.of();
        }
    }

    private static Set<X509Certificate> ofSystem() {
        var name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (name.contains("win"))
            return ofNamed("Windows-ROOT");
        if (name.contains("mac"))
            return ofNamed("KeychainStore-ROOT");
        for (var bundle : LINUX_BUNDLES)
            if (Files.isReadable(bundle)) {
                try {
                    return new LinkedHashSet<>(read(bundle));
                } catch (IOException e) {
                    return Set.of();
                }
            }
        return Set.of();
    }

    private static Set<X509Certificate> ofNamed(String type) {
        try {
            var store = KeyStore.getInstance(type);
            store.load(null, null);
            return ofStore(store);
        } catch (GeneralSecurityException | IOException e) {
            return Set.of();
        }
    }
}
