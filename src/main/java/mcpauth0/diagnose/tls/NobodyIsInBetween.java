package mcpauth0.diagnose.tls;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;

/** The certificate is the server's own, not one that a gateway or a program on the way has put in its place. */
public final class NobodyIsInBetween implements Check {

    private static final Rule RULE = Rule.should("tls-local-interception", Specs.CERTIFICATE_PATH);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.handshake().judge(shown -> {
            if (shown.chain().isEmpty())
                return new Verdict.Blocked("certificate");
            var authority = CertificateNames.called(shown.chain().getLast().getIssuerX500Principal());
            return Interception.in(seen, shown)
                    .<Verdict>map(
                            between -> RULE.broken(Evidence.NONE.with("authority", between), shown.host(), between))
                    // Whoever is in between may be just the one whom nobody trusts.
                    .orElseGet(() -> shown.source() == null
                            ? new Verdict.Blocked("authority")
                            : new Verdict.Holds(Evidence.NONE.with("authority", authority)));
        });
    }
}
