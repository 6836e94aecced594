package mcpauth0.diagnose.tls;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;

public final class AuthorityIsTrusted implements Check {

    private static final Rule RULE = Rule.must("tls-untrusted-ca", Specs.CERTIFICATE_PATH);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.handshake().judge(shown -> {
            if (shown.chain().isEmpty())
                return new Verdict.Blocked("certificate");
            var issuer = shown.chain().getLast().getIssuerX500Principal().getName();
            var evidence = Evidence.NONE.with("authority", issuer);
            if (!shown.trusted())
                return RULE.broken(evidence, shown.host(), issuer);
            return new Verdict.Holds(shown.operatorTrusted() ? evidence.with("trusted-by", "operator") : evidence);
        });
    }
}
