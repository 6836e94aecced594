package mcpauth0.diagnose.metadata;

import java.util.Set;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;

public final class KeysArePublished implements Check {

    private static final Rule RULE = Rule.must("as-jwks-unreachable", Specs.KEYS, "token-signature-unverifiable",
            "rs-rejects-valid-token",
            "session-empty-tools");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.keys().judge(keys -> {
            var usable = keys.keys().stream()
                    .filter(key -> Set.of("RSA", "EC", "OKP").contains(key.getKeyType().getValue()))
                    .toList();
            var address = String.valueOf(keys.url());
            var exchange = keys.exchange();
            var evidence = Evidence.in(exchange).with("address", address).with("keys", String.valueOf(usable.size()));
            return usable.isEmpty()
                    ? RULE.broken(evidence, address, String.valueOf(exchange == null ? 0 : exchange.status()))
                    : new Holds(evidence);
        });
    }
}
