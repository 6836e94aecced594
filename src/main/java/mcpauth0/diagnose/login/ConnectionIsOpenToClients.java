package mcpauth0.diagnose.login;

import mcpauth0.auth0.Snapshot;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;

/** There is a way to sign in that clients of third parties may offer. */
public final class ConnectionIsOpenToClients implements Check {

    private static final Rule RULE = Rule.must("authz-no-connection", Specs.DOMAIN_CONNECTIONS, "authz-denied");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        var tenant = seen.tenant().found().orElse(null);
        if (tenant == null || seen.scene().clientGiven())
            return byLogin(seen, Evidence.NONE);
        var open = tenant.connections().stream().filter(Snapshot.Connection::domainLevel)
                .map(Snapshot.Connection::name).toList();
        var evidence = Evidence.NONE.with("connections", String.join(", ", open));
        return open.isEmpty() ? RULE.broken(evidence).curedBy(true, "promote-connections") : byLogin(seen, evidence);
    }

    private static Verdict byLogin(Observations seen, Evidence evidence) {
        return Refusal.judge(seen, Refusal.Cause.NO_CONNECTION, evidence,
                shown -> RULE.broken(shown).curedBy(seen.auth0(), "promote-connections"));
    }
}
