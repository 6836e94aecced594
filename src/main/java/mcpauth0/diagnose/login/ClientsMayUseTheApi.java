package mcpauth0.diagnose.login;

import java.util.List;
import mcpauth0.auth0.Snapshot;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Remedy;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.oauth.RegistrationOutcome.Registered;
import org.jspecify.annotations.Nullable;

/** Clients of third parties are granted the API, for people who sign in. */
public final class ClientsMayUseTheApi implements Check {

    private static final Rule RULE = Rule.must("authz-client-no-grant", Specs.THIRD_PARTY_GRANTS, "authz-denied");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        var resource = seen.resourceName();
        var tenant = seen.tenant().found().orElse(null);
        var evidence = Evidence.NONE.with("resource", resource);
        if (tenant != null && tenant.api(resource).filter(api -> api.userPolicy().equals("deny_all")).isPresent())
            return denied(evidence.with("apis", resource), resource);
        if (tenant != null && !ownClient(seen, tenant)
                && tenant.grants().stream().noneMatch(grant -> covers(grant, seen)))
            return RULE.broken(evidence.with("grants", "0"), resource).curedBy(true, "grant-third-party-clients");
        return Refusal.judge(seen, Refusal.Cause.NO_GRANT, evidence,
                shown -> RULE.broken(shown, resource).curedBy(seen.auth0(), "grant-third-party-clients"));
    }

    /** No grant helps against the API's own policy. */
    private static Verdict denied(Evidence evidence, String resource) {
        return new Verdict.Broken(evidence,
                new Remedy.Advice("log." + LogCause.API_DENIES.id() + ".cure", List.of("", "", "", resource)),
                RULE.severity(), List.of(resource));
    }

    private static boolean covers(Snapshot.Grant grant, Observations seen) {
        return grant.audience().equals(seen.resourceName()) && grant.subjectType().equals("user")
                && ("third_party_clients".equals(grant.defaultFor())
                        || (grant.clientId() != null && grant.clientId().equals(clientId(seen))));
    }

    /** Whether the client in use is one of the operator's own, which needs no such grant. */
    private static boolean ownClient(Observations seen, Snapshot tenant) {
        return seen.scene().clientGiven() && tenant.clients().stream()
                .anyMatch(client -> client.id().equals(clientId(seen)) && client.firstParty());
    }

    private static @Nullable String clientId(Observations seen) {
        return seen.registration().found().map(outcome -> outcome instanceof Registered known
                ? known.client().clientId()
                : null).orElse(null);
    }
}
