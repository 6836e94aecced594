package mcpauth0.diagnose.network;

import java.util.List;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Rule.Applies;
import mcpauth0.diagnose.Rule.Severity;
import mcpauth0.diagnose.Sighting;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;

/**
 * The name leads here where it leads the whole world. Different public addresses are nothing: content networks and
 * balancers give everybody others.
 */
public final class WorldSeesTheSame implements Check {

    private static final Rule RULE = Rule.should("net-split-horizon", Specs.CLAUDE_NETWORK, "net-host-not-public",
            "net-dns-nxdomain", "net-unreachable").as(Severity.WARNING, Applies.HOSTED_CLIENTS);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.addresses().judge(here -> seen.of(PublicAddressProbe.PUBLIC_ADDRESSES).judge(world -> {
            if (here.all().isEmpty() && world.all().isEmpty())
                return new Verdict.Blocked("address");
            var evidence = new Evidence(List.of(), exchanges(seen)).with("host", here.host())
                    .with("addresses", here.listed())
                    .with("public-addresses", world.listed());
            var apart = here.all().isEmpty() != world.all().isEmpty() || here.everywhere() != world.everywhere();
            return apart
                    ? RULE.broken(evidence, here.host(), shown(here), shown(world))
                    : new Verdict.Holds(evidence);
        }));
    }

    private static List<Integer> exchanges(Observations seen) {
        return seen.of(PublicAddressProbe.PUBLIC_ADDRESSES) instanceof Sighting.Seen<Addresses>(_, var exchanges)
                ? exchanges
                : List.of();
    }

    private static String shown(Addresses addresses) {
        return addresses.all().isEmpty() ? "–" : addresses.listed();
    }
}
