package mcpauth0.diagnose.login;

import java.util.stream.Collectors;
import mcpauth0.auth0.Snapshot;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;

/** The authorization server has an API whose identifier is the resource, to the byte. */
public final class ApiCarriesTheResourceName implements Check {

    private static final Rule RULE = Rule.must("authz-resource-unknown", Specs.RESOURCE_INDICATORS, "authz-denied",
            "authz-client-no-grant", "prm-scope-unknown");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        var resource = seen.resourceName();
        var tenant = seen.tenant().found().orElse(null);
        if (tenant != null && tenant.api(resource).isEmpty()) {
            var near = tenant.apis().stream().filter(api -> !api.system()).map(Snapshot.Api::identifier)
                    .collect(Collectors.joining(", "));
            return RULE.broken(Evidence.NONE.with("resource", resource).with("apis", near), resource).curedBy(true,
                    "create-api");
        }
        return Refusal.judge(seen, Refusal.Cause.RESOURCE_UNKNOWN, Evidence.NONE.with("resource", resource),
                evidence -> RULE.broken(evidence, resource).curedBy(seen.auth0(), "create-api"));
    }
}
