package mcpauth0.diagnose.network;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Rule.Applies;
import mcpauth0.diagnose.Rule.Severity;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;

/** The name leads to addresses that the whole world can dial, as clients in a cloud need it. */
public final class EverybodyCanReachIt implements Check {

    private static final Rule RULE = Rule.must("net-host-not-public", Specs.CLAUDE_NETWORK).as(Severity.ERROR,
            Applies.HOSTED_CLIENTS);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return Addresses.outside(seen).judge(found -> {
            var evidence = Evidence.NONE.with("host", found.host());
            if (found.all().isEmpty())
                return seen.addresses().found().filter(here -> !here.all().isEmpty()).isPresent()
                        ? RULE.broken(evidence, found.host())
                        : new Verdict.Blocked("address");
            var listed = evidence.with("addresses", found.listed());
            return found.everywhere() ? new Verdict.Holds(listed) : RULE.broken(listed, found.host());
        });
    }
}
