package mcpauth0.diagnose.network;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Rule.Applies;
import mcpauth0.diagnose.Rule.Severity;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;

/** The name has an IPv4 address too; hosted Claude dials no other. */
public final class OldAddressIsThere implements Check {

    private static final Rule RULE = Rule.must("net-ipv6-only", Specs.CLAUDE_NETWORK).as(Severity.ERROR,
            Applies.HOSTED_CLIENTS);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return Addresses.outside(seen).judge(found -> {
            if (found.all().isEmpty())
                return new Verdict.Blocked("address");
            var evidence = Evidence.NONE.with("host", found.host()).with("addresses", found.listed());
            return found.old() ? new Verdict.Holds(evidence) : RULE.broken(evidence, found.host(), found.listed());
        });
    }
}
