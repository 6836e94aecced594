package mcpauth0.diagnose.login;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Rule.Severity;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;

/** The resource that the client names arrives: where nothing does, Auth0 takes the request for one about the person. */
public final class ResourceReachesTheServer implements Check {

    private static final Rule RULE = Rule.may("authz-userinfo-audience", Specs.RESOURCE_INDICATORS, "authz-denied");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Station certainAt() {
        return Station.TOKEN;
    }

    @Override
    public Verdict judge(Observations seen) {
        // Where the tenant gives a token for something else, it overruled the resource or never got it.
        if (seen.token().found().filter(token -> !token.isFor(seen.resourceName())).isPresent())
            return new Blocked("answer");
        // With the profile on, nothing else explains it, and nobody gets in.
        return Refusal.observed(seen, Refusal.Cause.RESOURCE_IGNORED,
                refusal -> RULE.broken(heeded(seen) ? Severity.ERROR : RULE.severity(), refusal.evidence(),
                        seen.resourceName()));
    }

    /** Whether the tenant would heed the resource if it came. */
    static boolean heeded(Observations seen) {
        return seen.tenant().found().filter(tenant -> "compatibility".equals(tenant.settings().resourceProfile()))
                .isPresent();
    }
}
