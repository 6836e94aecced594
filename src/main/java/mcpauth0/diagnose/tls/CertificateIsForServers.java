package mcpauth0.diagnose.tls;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;

public final class CertificateIsForServers implements Check {

    private static final Rule RULE = Rule.must("tls-wrong-purpose", Specs.CERTIFICATE_PURPOSE, "tls-untrusted-ca");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return Shown.judge(seen, shown -> {
            var purposes = Purposes.of(shown.own());
            var named = purposes.isEmpty()
                    ? "–"
                    : CertificateNames.listed(purposes.stream().map(Purposes::named).toList());
            var evidence = Evidence.NONE.with("certificate",
                    CertificateNames.called(shown.own().getSubjectX500Principal())).with("purposes", named);
            return Purposes.forServers(shown.own())
                    ? new Verdict.Holds(evidence)
                    : RULE.broken(evidence, shown.host(), named);
        });
    }
}
