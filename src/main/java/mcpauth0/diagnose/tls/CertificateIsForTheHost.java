package mcpauth0.diagnose.tls;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;

public final class CertificateIsForTheHost implements Check {

    private static final Rule RULE = Rule.must("tls-hostname-mismatch", Specs.TLS_SERVER_IDENTITY);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.handshake().judge(shown -> {
            if (shown.chain().isEmpty())
                return new Verdict.Blocked("certificate");
            var leaf = shown.chain().getFirst();
            var names = CertificateNames.alternative(leaf);
            var common = CertificateNames.common(leaf);
            var listed = String.join(", ", names.isEmpty() && common != null ? java.util.List.of(common) : names);
            var evidence = Evidence.NONE.with("host", shown.host()).with("certificate-names", listed);
            if (names.stream().anyMatch(name -> CertificateNames.matches(name, shown.host())))
                return new Verdict.Holds(evidence);
            var onlyCommon = names.isEmpty() && common != null && CertificateNames.matches(common, shown.host());
            return RULE.broken(onlyCommon ? Rule.Severity.WARNING : Rule.Severity.ERROR, evidence, shown.host(),
                    listed);
        });
    }
}
