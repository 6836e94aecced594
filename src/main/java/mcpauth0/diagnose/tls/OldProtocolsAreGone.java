package mcpauth0.diagnose.tls;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;

/** The server speaks TLS 1.2 or newer, and nothing older. */
public final class OldProtocolsAreGone implements Check {

    private static final Rule RULE = Rule.must("tls-protocol-too-old", Specs.OLD_TLS, "net-unreachable");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        if (seen.handshake().found().filter(shown -> Interception.in(seen, shown).isPresent()).isPresent())
            return new Verdict.Blocked("interception");
        return seen.of(VersionProbe.VERSIONS).judge(versions -> {
            var offered = Versions.listed(versions.offered());
            var evidence = Evidence.NONE.with("versions", offered);
            // Java, which speaks nothing older than TLS 1.2, may come to terms where a greeting by hand does not.
            var modern = versions.anyNew()
                    || seen.handshake().found().filter(shown -> !shown.chain().isEmpty()).isPresent();
            if (!versions.old().isEmpty())
                return RULE.broken(modern ? Rule.Severity.WARNING : Rule.Severity.ERROR, evidence,
                        seen.scene().target().host(), Versions.listed(versions.old()));
            return modern ? new Verdict.Holds(evidence) : new Verdict.Blocked("connection");
        });
    }
}
