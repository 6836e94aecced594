package mcpauth0.diagnose.tls;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;

/** The chain leads to an authority that is trusted here, if need be with certificates that it lacks as it is sent. */
public final class AuthorityIsTrusted implements Check {

    private static final Rule RULE = Rule.must("tls-untrusted-ca", Specs.CERTIFICATE_PATH);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return Shown.judge(seen, shown -> {
            var completion = seen.of(CompletionProbe.COMPLETION).found().orElse(Completion.WHOLE);
            var last = completion.fetched().isEmpty() ? Chains.end(shown.chain()) : completion.fetched().getLast();
            var issuer = CertificateNames.called(last.getIssuerX500Principal());
            var evidence = Evidence.NONE.with("authority", issuer);
            if (!shown.trusted() && !completion.healed())
                return RULE.broken(evidence, shown.host(), issuer);
            return new Verdict.Holds(shown.operatorTrusted() ? evidence.with("trusted-by", "operator") : evidence);
        });
    }
}
