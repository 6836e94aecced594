package mcpauth0.diagnose.tls;

import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mcpauth0.http.Trust;
import org.jspecify.annotations.Nullable;

/**
 * What the server presented when a connection was begun.
 *
 * @param chain as it was sent, the server's own certificate first; empty where it did not come so far
 * @param trusted whether the chain leads to an authority that is trusted here, dates left aside
 * @param source whose authority that is, dates regarded; null where it leads to none
 * @param plain whether the port speaks plain HTTP
 * @param detail what Java said where no chain came
 */
public record Handshake(String host, List<X509Certificate> chain, boolean trusted, Trust.@Nullable Source source,
        boolean plain, String detail) {

    public Handshake {
        chain = List.copyOf(chain);
    }

    /** Whether hosted clients cannot know the authority: the operator named it. */
    public boolean operatorTrusted() {
        return source == Trust.Source.OPERATOR;
    }

    /** The server's own; there is one where the chain is not empty. */
    X509Certificate own() {
        return chain.getFirst();
    }

    /** The certificates that somebody else answers for: all but a root, which everybody who trusts it has already. */
    List<X509Certificate> vouched() {
        return chain.stream().filter(one -> one.equals(own()) || !Chains.ownSignature(one)).toList();
    }

    /**
     * The certificate that has run out. One beside the way to the authority hurts nobody: old ones are often sent along
     * for old clients.
     */
    Optional<X509Certificate> ended(Instant now) {
        return (source == null ? chain : List.of(own())).stream()
                .filter(one -> one.getNotAfter().toInstant().isBefore(now)).findFirst();
    }

    /** The certificate that is not valid yet. */
    Optional<X509Certificate> early(Instant now) {
        return (source == null ? chain : List.of(own())).stream()
                .filter(one -> one.getNotBefore().toInstant().isAfter(now)).findFirst();
    }

    /** Whether the certificate lists the host among its names. */
    boolean namesHost() {
        // Java writes an IPv6 address of a certificate out in full.
        var called = host.contains(":") ? InetAddress.ofLiteral(host).getHostAddress() : host;
        return CertificateNames.alternative(own()).stream().anyMatch(name -> CertificateNames.matches(name, called));
    }
}
