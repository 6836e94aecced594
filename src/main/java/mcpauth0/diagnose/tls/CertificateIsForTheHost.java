package mcpauth0.diagnose.tls;

import java.util.List;
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
        return Shown.judge(seen, shown -> {
            var names = CertificateNames.alternative(shown.own());
            var common = CertificateNames.common(shown.own());
            var listed = CertificateNames.listed(names.isEmpty() && common != null ? List.of(common) : names);
            var evidence = Evidence.NONE.with("host", shown.host()).with("certificate-names", listed);
            if (shown.namesHost())
                return new Verdict.Holds(evidence);
            var onlyCommon = names.isEmpty() && common != null && CertificateNames.matches(common, shown.host());
            return RULE.broken(onlyCommon ? Rule.Severity.WARNING : Rule.Severity.ERROR, evidence, shown.host(),
                    listed.isEmpty() ? "–" : listed);
        });
    }
}
