package mcpauth0.diagnose.tls;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;

public final class CertificateHasNotRunOut implements Check {

    private static final Rule RULE = Rule.must("tls-expired", Specs.CERTIFICATE_VALIDITY);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.handshake().judge(shown -> {
            if (shown.chain().isEmpty())
                return new Verdict.Blocked("certificate");
            for (var certificate : shown.chain()) {
                var end = certificate.getNotAfter().toInstant();
                var evidence = Evidence.NONE.with("certificate", certificate.getSubjectX500Principal().getName())
                        .with("valid-until", end.toString());
                if (end.isBefore(seen.scene().now()))
                    return RULE.broken(evidence, shown.host(), end.toString().substring(0, 10));
            }
            return new Verdict.Holds(
                    Evidence.NONE.with("valid-until", shown.chain().getFirst().getNotAfter().toInstant().toString()));
        });
    }
}
