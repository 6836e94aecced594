package mcpauth0.diagnose.network;

import java.net.InetAddress;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Rule.Applies;
import mcpauth0.diagnose.Rule.Severity;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;

/** No private address stands among the public ones: some clients then refuse the name as a whole. */
public final class AddressesAreAlike implements Check {

    private static final Rule RULE = Rule.must("net-dns-mixed-answers", Specs.CLAUDE_NETWORK, "net-host-not-public")
            .as(Severity.ERROR, Applies.HOSTED_CLIENTS);

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
            return found.mixed()
                    ? RULE.broken(evidence, found.host(), those(found, address -> !Addresses.global(address)),
                            those(found, Addresses::global))
                    : new Verdict.Holds(evidence);
        });
    }

    private static String those(Addresses found, Predicate<InetAddress> which) {
        return found.all().stream().filter(which).map(InetAddress::getHostAddress).collect(Collectors.joining(", "));
    }
}
