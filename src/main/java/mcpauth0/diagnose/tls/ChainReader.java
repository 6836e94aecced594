package mcpauth0.diagnose.tls;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import mcpauth0.diagnose.Sighting;
import mcpauth0.http.Network;

/**
 * Reads the certificate chain on a connection of its own: keeps it and ends the handshake, so that nothing is ever sent
 * on it.
 */
final class ChainReader extends X509ExtendedTrustManager {

    private final AtomicReference<List<X509Certificate>> chain = new AtomicReference<>();

    private ChainReader() {
    }

    static Sighting<Handshake> read(Network network, String named, int port, Duration timeout) {
        var host = named.replaceAll("^\\[|]$", "");
        var reader = new ChainReader();
        var detail = "";
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[]{reader}, null);
            var addresses = network.resolver().resolve(host);
            if (addresses.isEmpty())
                return Sighting.blocked("address");
            try (var dial = Dial.to(network, addresses, port, timeout);
                    var socket = (SSLSocket) context.getSocketFactory().createSocket(dial.socket(), host, port, true)) {
                socket.startHandshake();
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
        return Sighting.seen(new Handshake(host, found, Chains.leads(network.trust(), found),
                found.isEmpty() ? null : network.trust().sourceOf(found), chain == null, detail));
    }

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
