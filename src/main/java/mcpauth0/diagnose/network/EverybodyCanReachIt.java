package mcpauth0.diagnose.network;

import java.net.InetAddress;
import java.util.stream.Collectors;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Rule.Applies;
import mcpauth0.diagnose.Rule.Severity;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;

/** The name leads to an address that the whole world can dial, as clients in a cloud need it. */
public final class EverybodyCanReachIt implements Check {

    private static final Rule RULE = Rule.must("net-host-not-public", Specs.CLAUDE_NETWORK).as(Severity.ERROR,
            Applies.HOSTED_CLIENTS);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.addresses().judge(found -> {
            if (found.all().isEmpty())
                return new Verdict.Blocked("address");
            var evidence = Evidence.NONE.with("host", found.host()).with("addresses", found.all().stream()
                    .map(InetAddress::getHostAddress).collect(Collectors.joining(", ")));
            return found.everywhere()
                    ? new Verdict.Holds(evidence)
                    : RULE.broken(evidence, found.host());
        });
    }
}
