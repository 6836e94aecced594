package mcpauth0.diagnose.tls;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;

/** Nobody could forge the certificates, as is possible where they are signed over SHA-1 or MD5. */
public final class SignatureIsStrong implements Check {

    private static final List<String> WEAK = List.of("SHA1", "SHA-1", "MD5", "MD2");

    private static final Rule RULE = Rule.must("tls-weak-signature", Specs.SIGNATURE_HASHES, "tls-untrusted-ca");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return Shown.judge(seen, shown -> {
            for (var one : shown.vouched())
                if (WEAK.stream().anyMatch(one.getSigAlgName().toUpperCase(Locale.ROOT)::contains))
                    return RULE.broken(evidence(one), shown.host(),
                            CertificateNames.called(one.getSubjectX500Principal()), one.getSigAlgName());
            return new Verdict.Holds(evidence(shown.own()));
        });
    }

    private static Evidence evidence(X509Certificate one) {
        return Evidence.NONE.with("certificate", CertificateNames.called(one.getSubjectX500Principal()))
                .with("signature-algorithm", one.getSigAlgName());
    }
}
