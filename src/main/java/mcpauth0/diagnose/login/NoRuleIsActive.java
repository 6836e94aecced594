package mcpauth0.diagnose.login;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.diagnose.Verdict.NotTestableFromHere;

/** No rule of the old kind is active: it makes every sign-in of a strict third-party client fail. */
public final class NoRuleIsActive implements Check {

    private static final Rule RULE = Rule.must("authz-rules-active", Specs.THIRD_PARTY_GRANTS, "authz-denied");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.controls().judge(controls -> {
            var rules = controls.rules();
            if (rules == null)
                return new NotTestableFromHere("needs-permission");
            var evidence = Evidence.NONE.with("rules", String.join(", ", rules));
            if (rules.isEmpty())
                return new Holds(evidence);
            // Clients of a tenant with the older controls are not concerned.
            var strict = seen.strictClient() || seen.tenant().found()
                    .filter(tenant -> "strict".equals(tenant.settings().registrationMode())).isPresent();
            return strict ? RULE.broken(evidence, String.join(", ", rules)) : new Holds(evidence);
        });
    }
}
