package mcpauth0.diagnose.tls;

import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import mcpauth0.diagnose.Look;
import mcpauth0.diagnose.Probe;
import mcpauth0.diagnose.Sighting;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.network.AddressProbe;
import mcpauth0.diagnose.network.Addresses;
import mcpauth0.http.Answer;
import mcpauth0.http.Exchange;
import mcpauth0.http.Http;
import mcpauth0.http.Request;
import mcpauth0.setup.McpUrl;
import mcpauth0.setup.Parsed;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.jspecify.annotations.Nullable;

/**
 * Fetches what a chain lacks from where the certificates say that it is (RFC 5280 §4.2.2.1), as browsers do: to tell a
 * chain that was not sent as a whole from an authority that nobody trusts. The requests carry nothing, follow nothing, are
 * short, and go to addresses of the open internet alone. Nobody is trusted for what comes of it.
 */
public final class CompletionProbe implements Probe<Completion> {

    public static final Probe<Completion> COMPLETION = new CompletionProbe();

    private static final int HOPS = 4;
    private static final int MAX_BYTES = 1 << 16;

    private CompletionProbe() {
    }

    @Override
    public Station station() {
        return Station.TLS;
    }

    @Override
    public Sighting<Completion> look(Look look) throws InterruptedException {
        return look.at(HandshakeProbe.HANDSHAKE).then(shown -> shown.chain().isEmpty()
                ? Sighting.blocked("certificate")
                : shown.trusted() ? Sighting.seen(Completion.WHOLE) : completed(look, shown));
    }

    private static Sighting<Completion> completed(Look look, Handshake shown) {
        var trust = look.http().network().trust();
        var all = new ArrayList<>(shown.chain());
        var fetched = new ArrayList<X509Certificate>();
        var from = new ArrayList<String>();
        var exchanges = new ArrayList<Integer>();
        for (var hop = 0; hop < HOPS && !Chains.leads(trust, all); hop++) {
            var end = Chains.end(all);
            var address = Chains.ownSignature(end) ? null : addressOfIssuer(end);
            var exchange = address == null ? null : get(look.http(), address);
            if (address == null || exchange == null)
                break;
            from.add(address);
            exchanges.add(exchange.n());
            var issuer = read(exchange.answer()).stream().filter(one -> Chains.signed(one, end)).findFirst();
            if (issuer.isEmpty())
                break;
            all.add(issuer.get());
            fetched.add(issuer.get());
        }
        return Sighting.seen(new Completion(fetched, from, Chains.leads(trust, all)),
                exchanges.toArray(Integer[]::new));
    }

    /** Where the certificate says that its issuer's is; null where it does not, or not on the web. */
    static @Nullable String addressOfIssuer(X509Certificate certificate) {
        var bytes = certificate.getExtensionValue(Extension.authorityInfoAccess.getId());
        if (bytes == null)
            return null;
        try {
            var access = AuthorityInformationAccess.getInstance(ASN1OctetString.getInstance(bytes).getOctets());
            return Stream.of(access.getAccessDescriptions())
                    .filter(one -> one.getAccessMethod().equals(AccessDescription.id_ad_caIssuers))
                    .map(AccessDescription::getAccessLocation)
                    .filter(place -> place.getTagNo() == GeneralName.uniformResourceIdentifier)
                    .map(place -> String.valueOf(place.getName()))
                    .filter(text -> text.toLowerCase(Locale.ROOT).matches("https?://.*")).findFirst().orElse(null);
        } catch (IllegalArgumentException | IllegalStateException _) {
            return null;
        }
    }

    /** Null where nobody may be asked there. */
    private static @Nullable Exchange get(Http http, String address) {
        var network = http.network();
        if (!(McpUrl.parse(address) instanceof Parsed.Good<McpUrl>(var place)) || place.uri().getPort() > 0
                || AddressProbe.proxied(network, place))
            return null;
        var found = global(http, place.uri()).orElse(null);
        if (found == null)
            return null;
        // What was looked at is what is dialled: the name is not asked for a second time.
        try (var there = new Http(network.withResolver(_ -> found), http.exchanges())) {
            return there.send(Request.get(address).atMost(MAX_BYTES));
        }
    }

    private static Optional<List<InetAddress>> global(Http http, URI place) {
        try {
            var found = http.network().resolver().resolve(place.getHost().replaceAll("^\\[|]$", ""));
            return !found.isEmpty() && found.stream().allMatch(Addresses::global)
                    ? Optional.of(found)
                    : Optional.empty();
        } catch (UnknownHostException _) {
            return Optional.empty();
        }
    }

    /** One certificate, or several in a bundle (RFC 5280 §4.2.2.1: DER, or "certs-only" CMS). */
    static List<X509Certificate> read(@Nullable Answer answer) {
        if (answer == null || !answer.ok() || answer.truncated())
            return List.of();
        try {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(answer.body())).stream()
                    .map(one -> one instanceof X509Certificate certificate ? certificate : null)
                    .filter(Objects::nonNull)
                    .toList();
        } catch (CertificateException _) {
            return List.of();
        }
    }
}
