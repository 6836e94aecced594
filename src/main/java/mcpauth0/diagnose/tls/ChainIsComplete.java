package mcpauth0.diagnose.tls;

import java.util.List;
import java.util.stream.Collectors;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Sighting;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;

/** The server sends every certificate between its own and an authority; few clients fetch what is missing. */
public final class ChainIsComplete implements Check {

    private static final Rule RULE = Rule.must("tls-chain-incomplete", Specs.CERTIFICATE_LIST);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return Shown.judge(seen, shown -> {
            var own = CertificateNames.called(shown.own().getSubjectX500Principal());
            var evidence = Evidence.NONE.with("certificate", own).with("chain-length",
                    String.valueOf(shown.chain().size()));
            if (shown.trusted() || Chains.ownSignature(Chains.end(shown.chain())))
                return new Verdict.Holds(evidence);
            return seen.of(CompletionProbe.COMPLETION).judge(completion -> {
                if (!completion.healed())
                    return new Verdict.Blocked("issuer-certificate");
                var missing = completion.fetched().stream()
                        .map(one -> CertificateNames.called(one.getSubjectX500Principal()))
                        .collect(Collectors.joining(", "));
                return RULE.broken(evidence.and(new Evidence(List.of(), exchanges(seen)))
                        .with("missing-certificate", missing)
                        .with("fetched-from", CertificateNames.listed(completion.from())), shown.host(), missing);
            });
        });
    }

    private static List<Integer> exchanges(Observations seen) {
        return seen.of(CompletionProbe.COMPLETION) instanceof Sighting.Seen<Completion>(_, var exchanges)
                ? exchanges
                : List.of();
    }
}
