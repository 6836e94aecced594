package mcpauth0.diagnose.tls;

import java.time.Instant;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;
import org.jspecify.annotations.Nullable;

/** The authorization server's certificate is as good as the server's must be. */
public final class IssuerIsReachedSafely implements Check {

    private static final Rule RULE = Rule.must("tls-as-domain", Specs.HTTPS_EVERYWHERE, "as-metadata-not-found",
            "as-jwks-unreachable");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Station certainAt() {
        return Station.METADATA;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.of(IssuerHandshakeProbe.ISSUER_HANDSHAKE).judge(shown -> {
            var host = Evidence.NONE.with("host", shown.host());
            if (shown.chain().isEmpty())
                return RULE.broken(host.with("fails-like", "tls-plain-http"), shown.host());
            var evidence = host
                    .with("certificate-names", CertificateNames.listed(CertificateNames.alternative(shown.own())))
                    .with("authority", CertificateNames.called(shown.chain().getLast().getIssuerX500Principal()))
                    .and(Dates.until(shown.own()));
            var like = like(shown, seen.scene().now());
            return like == null
                    ? new Verdict.Holds(evidence)
                    : RULE.broken(evidence.with("fails-like", like), shown.host());
        });
    }

    /** The check that would fail if it were the server; null where none does. */
    private static @Nullable String like(Handshake shown, Instant now) {
        if (!shown.trusted())
            return "tls-untrusted-ca";
        if (shown.ended(now).isPresent())
            return "tls-expired";
        if (shown.early(now).isPresent())
            return "tls-not-yet-valid";
        if (!shown.namesHost())
            return "tls-hostname-mismatch";
        return Purposes.forServers(shown.own()) ? null : "tls-wrong-purpose";
    }
}
