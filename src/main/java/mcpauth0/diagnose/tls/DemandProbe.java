package mcpauth0.diagnose.tls;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import mcpauth0.diagnose.Look;
import mcpauth0.diagnose.Probe;
import mcpauth0.diagnose.Sighting;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.network.AddressProbe;
import mcpauth0.diagnose.transport.FirstCallProbe;
import mcpauth0.http.Exchange;
import mcpauth0.http.Failure;
import mcpauth0.http.Failure.Unreachable.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Where the first call was cut off or refused for want of a certificate, begins one more connection to see whether the
 * server asks the client for one. Nothing is sent on it. With TLS 1.3 such a refusal comes only after the handshake.
 */
public final class DemandProbe implements Probe<Demand> {

    public static final Probe<Demand> DEMAND = new DemandProbe();

    private DemandProbe() {
    }

    @Override
    public Station station() {
        return Station.CHALLENGE;
    }

    @Override
    public Sighting<Demand> look(Look look) throws InterruptedException {
        if (!look.target().secure())
            return Sighting.inapplicable("plain-http");
        if (AddressProbe.proxied(look.http().network(), look.target()))
            return Sighting.untestable("proxied");
        var called = look.at(FirstCallProbe.FIRST);
        if (called instanceof Sighting.Unseen<?> unseen)
            return Sighting.asUnseen(unseen);
        var first = called.found().orElseThrow().last();
        var exchange = first.exchange();
        if (!cutOff(exchange) && !(first.messages().isEmpty() && refused(exchange)))
            return exchange.answer() == null
                    ? Sighting.blocked("connection")
                    : Sighting.seen(new Demand(exchange, false), exchange.n());
        return Sighting.seen(new Demand(exchange, asked(look)), exchange.n());
    }

    private static boolean cutOff(Exchange exchange) {
        return exchange.failure() instanceof Failure.Unreachable(var reason, _, _)
                && (reason == Reason.TLS || reason == Reason.RESET);
    }

    /** As proxies refuse who has shown no certificate: 400 (nginx), 403 (IIS, gateways), 496 (nginx's own). */
    private static boolean refused(Exchange exchange) {
        var answer = exchange.answer();
        return answer != null && (answer.status() == 400 || answer.status() == 403 || answer.status() == 496)
                && answer.text().toLowerCase(Locale.ROOT).contains("certificate");
    }

    private static boolean asked(Look look) {
        var network = look.http().network();
        var host = look.target().host().replaceAll("^\\[|]$", "");
        var nobody = new Nobody();
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[]{nobody}, new TrustManager[]{network.trust().manager()}, null);
            try (var dial = Dial.to(network, network.resolver().resolve(host), look.target().port(), look.timeout());
                    var socket = (SSLSocket) context.getSocketFactory().createSocket(dial.socket(), host,
                            look.target().port(), true)) {
                socket.startHandshake();
            }
        } catch (IOException _) {
            // Older versions refuse within the handshake; whether it asked before is known.
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return nobody.asked.get();
    }

    /** Has no certificate, and remembers being asked for one. */
    private static final class Nobody extends X509ExtendedKeyManager {

        private final AtomicBoolean asked = new AtomicBoolean();

        @Override
        public @Nullable String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
            asked.set(true);
            return null;
        }

        @Override
        public @Nullable String chooseEngineClientAlias(String[] types, Principal[] issuers, SSLEngine engine) {
            asked.set(true);
            return null;
        }

        @Override
        public String @Nullable [] getClientAliases(String type, Principal[] issuers) {
            return null;
        }

        @Override
        public String @Nullable [] getServerAliases(String type, Principal[] issuers) {
            return null;
        }

        @Override
        public @Nullable String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
            return null;
        }

        @Override
        public X509Certificate @Nullable [] getCertificateChain(String alias) {
            return null;
        }

        @Override
        public @Nullable PrivateKey getPrivateKey(String alias) {
            return null;
        }
    }
}
