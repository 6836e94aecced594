package mcpauth0.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import javax.net.ssl.SSLContext;
import okhttp3.tls.HeldCertificate;

/** The certificate that the practice server shows: a good one, or one with the mistakes of its faults. */
final class OddCertificates {

    private OddCertificates() {
    }

    static SSLContext context(Authority authority, Set<String> faults) {
        if (faults.stream().noneMatch(fault -> fault.startsWith("tls-") && !fault.equals("tls-plain-http")))
            return authority.good();
        var leaf = Authority.lasting().commonName("localhost");
        if (faults.contains("tls-hostname-mismatch"))
            leaf.addSubjectAlternativeName("mcp.practice.invalid");
        else
            leaf.addSubjectAlternativeName("localhost").addSubjectAlternativeName("127.0.0.1")
                    .addSubjectAlternativeName(Surroundings.NAME);
        if (faults.contains("tls-expired")) {
            var now = Instant.now();
            leaf.validityInterval(now.minus(Duration.ofDays(60)).toEpochMilli(),
                    now.minus(Duration.ofDays(30)).toEpochMilli());
        }
        return Authority.contextOf(leaf
                .signedBy(faults.contains("tls-untrusted-ca") ? stranger() : authority.held()).build());
    }

    /** An authority that is in nobody's list. */
    private static HeldCertificate stranger() {
        return Authority.lasting().commonName("Some other authority").certificateAuthority(0).build();
    }
}
