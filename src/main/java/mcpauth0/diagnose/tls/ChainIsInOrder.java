package mcpauth0.diagnose.tls;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;

/** Each certificate is followed by the one that signed it, and nothing else is among them. */
public final class ChainIsInOrder implements Check {

    private static final Rule RULE = Rule.should("tls-chain-order", Specs.CERTIFICATE_LIST);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return Shown.judge(seen, shown -> {
            var order = CertificateNames.listed(shown.chain().stream()
                    .map(one -> CertificateNames.called(one.getSubjectX500Principal())).toList());
            var evidence = Evidence.NONE.with("chain", order);
            return Chains.misplaced(shown.chain()).<Verdict>map(one -> RULE.broken(evidence, shown.host(),
                    CertificateNames.called(one.getSubjectX500Principal()))).orElse(new Verdict.Holds(evidence));
        });
    }
}
