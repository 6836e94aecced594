package mcpauth0.diagnose.network;

import java.net.InetAddress;
import java.util.stream.Collectors;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;

public final class NameHasAnAddress implements Check {

    private static final Rule RULE = Rule.must("net-dns-nxdomain", Specs.NAMES, "net-unreachable");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.addresses().judge(found -> {
            var evidence = Evidence.NONE.with("host", found.host());
            if (found.all().isEmpty())
                return RULE.broken(evidence, found.host());
            return new Verdict.Holds(evidence.with("addresses",
                    found.all().stream().map(InetAddress::getHostAddress).collect(Collectors.joining(", "))));
        });
    }
}
