package mcpauth0.diagnose.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import mcpauth0.diagnose.Look;
import mcpauth0.diagnose.Probe;
import mcpauth0.diagnose.Sighting;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.network.AddressProbe;
import mcpauth0.http.Network;
import mcpauth0.http.Trust;

/**
 * Reads the certificate chain on a connection of its own. The handshake is broken off as soon as the chain is there:
 * nothing is ever sent on it.
 */
public final class HandshakeProbe implements Probe<Handshake> {

    public static final Probe<Handshake> HANDSHAKE = new HandshakeProbe();

    private HandshakeProbe() {
    }

    @Override
    public Station station() {
        return Station.TLS;
    }

    @Override
    public Sighting<Handshake> look(Look look) {
        var network = look.http().network();
        var target = look.target();
        var timeout = look.timeout();
        if (!target.secure())
            return Sighting.inapplicable("plain-http");
        if (AddressProbe.proxied(network, target))
            return Sighting.untestable("proxied");
        var host = target.host().replaceAll("^\\[|]$", "");
        var reader = new ChainReader();
        var detail = "";
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[]{reader}, null);
            var addresses = network.resolver().resolve(host);
            if (addresses.isEmpty())
                return Sighting.blocked("address");
            try (var plain = connected(network, addresses, target.port(), timeout)) {
                try (var socket = (SSLSocket) context.getSocketFactory().createSocket(plain, host, target.port(),
                        true)) {
                    socket.startHandshake();
                }
            }
        } catch (IOException e) {
            detail = String.valueOf(e.getMessage());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        var chain = reader.chain.get();
        if (chain == null && !detail.contains("SSL message"))
            return Sighting.blocked("connection");
        var found = chain == null ? List.<X509Certificate>of() : chain;
        return Sighting.seen(new Handshake(host, found, leads(network.trust(), found),
                found.isEmpty() ? null : network.trust().sourceOf(found), chain == null, detail));
    }

    /** A connection to the first address that takes one. */
    private static Socket connected(Network network, List<InetAddress> addresses, int port, Duration timeout)
            throws IOException {
        IOException last = null;
        for (var address : addresses) {
            var socket = network.sockets().createSocket();
            try {
                socket.connect(new InetSocketAddress(address, port), (int) timeout.toMillis());
                socket.setSoTimeout((int) timeout.toMillis());
                return socket;
            } catch (IOException e) {
                socket.close();
                last = e;
            }
        }
        throw last == null ? new IOException("no address") : last;
    }

    /** Whether a path to an authority exists on a day on which the server's certificate is valid. */
    private static boolean leads(Trust trust, List<X509Certificate> chain) {
        if (chain.isEmpty())
            return false;
        var leaf = chain.getFirst();
        var anchors = Arrays.stream(trust.manager().getAcceptedIssuers()).map(one -> new TrustAnchor(one, null))
                .collect(Collectors.toSet());
        if (anchors.isEmpty())
            return false;
        if (anchors.stream().anyMatch(anchor -> anchor.getTrustedCert().equals(leaf)))
            return true;
        try {
            var wanted = new X509CertSelector();
            wanted.setCertificate(leaf);
            var parameters = new PKIXBuilderParameters(anchors, wanted);
            parameters.setRevocationEnabled(false);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(chain)));
            parameters.setDate(dayOf(chain));
            CertPathBuilder.getInstance("PKIX").build(parameters);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** The last moment at which the certificates were valid together. */
    private static Date dayOf(List<X509Certificate> chain) {
        return chain.stream().map(X509Certificate::getNotAfter).min(Date::compareTo).orElseThrow();
    }

    /** Keeps the chain and ends the handshake. */
    private static final class ChainReader extends X509ExtendedTrustManager {

        private final AtomicReference<List<X509Certificate>> chain = new AtomicReference<>();

        private void keep(X509Certificate[] presented) throws CertificateException {
            chain.set(List.of(presented));
            throw new CertificateException("read, and no more");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] presented, String type, Socket socket)
                throws CertificateException {
            keep(presented);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] presented, String type, SSLEngine engine)
                throws CertificateException {
            keep(presented);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] presented, String type) throws CertificateException {
            keep(presented);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] presented, String type, Socket socket)
                throws CertificateException {
            throw new CertificateException("no server");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] presented, String type, SSLEngine engine)
                throws CertificateException {
            throw new CertificateException("no server");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] presented, String type) throws CertificateException {
            throw new CertificateException("no server");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
