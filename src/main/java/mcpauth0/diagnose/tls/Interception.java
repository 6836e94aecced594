package mcpauth0.diagnose.tls;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mcpauth0.diagnose.Observations;
import mcpauth0.http.Trust;

/** Tells a program or a company's gateway that opens encrypted connections and signs them again. */
final class Interception {

    /** As products of the kind call the authorities that they sign with, in lower case. */
    private static final List<String> PRODUCTS = List.of("zscaler", "netskope", "fortigate", "fortinet", "blue coat",
            "bluecoat", "palo alto networks", "sophos", "cisco umbrella", "forcepoint", "websense", "check point",
            "barracuda", "cato networks", "mcafee web gateway", "kaspersky", "eset ssl filter", "avast! web",
            "avast trusted ca", "avg trusted ca", "avg technologies", "bitdefender", "norton web", "adguard",
            "mitmproxy", "charles proxy", "fiddler", "portswigger", "burp suite", "owasp zap", "proxyman",
            "lightspeed", "securly", "goguardian", "smoothwall", "cloudflare for teams", "cloudflare gateway");

    private Interception() {
    }

    /**
     * The authority behind it. One that only this computer's operating system knows counts where the server is on the
     * internet: inside a company it may well be the company's own.
     */
    static Optional<String> in(Observations seen, Handshake shown) {
        if (shown.chain().isEmpty() || shown.source() == Trust.Source.JAVA
                || shown.source() == Trust.Source.OPERATOR)
            return Optional.empty();
        var issuers = shown.chain().stream().map(one -> CertificateNames.called(one.getIssuerX500Principal()))
                .toList();
        var named = issuers.stream()
                .filter(issuer -> PRODUCTS.stream().anyMatch(issuer.toLowerCase(Locale.ROOT)::contains)).findFirst();
        if (named.isPresent())
            return named;
        var outside = seen.addresses().found().filter(found -> !found.all().isEmpty() && found.everywhere());
        return shown.source() == Trust.Source.SYSTEM && outside.isPresent()
                ? Optional.of(issuers.getLast())
                : Optional.empty();
    }
}
