package mcpauth0.diagnose.login;

import mcpauth0.auth0.Snapshot;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;

/** The resource that the client names decides for whom the token is. */
public final class ResourceIsUnderstood implements Check {

    private static final Rule RULE = Rule.must("authz-resource-ignored", Specs.RESOURCE_INDICATORS, "authz-denied",
            "token-opaque", "token-aud-wrong", "as-iss-not-advertised", "authz-userinfo-audience",
            "authz-scope-not-granted");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Station certainAt() {
        return Station.SESSION;
    }

    @Override
    public Verdict judge(Observations seen) {
        var resource = seen.resourceName();
        var settings = seen.tenant().found().map(Snapshot::settings).orElse(null);
        if (settings != null && settings.resourceProfile() != null) {
            var evidence = Evidence.NONE.with("resource-profile", settings.resourceProfile()).with("default-audience",
                    settings.defaultAudience());
            if (!settings.resourceProfile().equals("compatibility") && !settings.defaultAudience().equals(resource))
                return RULE.broken(evidence, resource).curedBy(true, "understand-resource");
            // A tenant that heeds the resource and does not get it is told by its own check.
            return ResourceReachesTheServer.heeded(seen)
                    ? new Holds(evidence)
                    : Refusal.judge(seen, Refusal.Cause.RESOURCE_IGNORED, evidence,
                            shown -> RULE.broken(shown, resource));
        }
        // Who heeds the resource does not go on for one that nobody has.
        var strange = seen.of(AskingProbe.ASKING).found().map(Asking::strange)
                .filter(asked -> seen.auth0() && asked.goesOn() && seen.token().found().isEmpty());
        if (strange.isPresent())
            return RULE.broken(Evidence.in(strange.get().exchange()), resource).curedBy(true, "understand-resource");
        return seen.login().found().flatMap(Refusal::of).isPresent()
                ? Refusal.judge(seen, Refusal.Cause.RESOURCE_IGNORED, Evidence.NONE,
                        shown -> RULE.broken(shown, resource).curedBy(seen.auth0(), "understand-resource"))
                : seen.token().judge(token -> {
                    var evidence = Evidence.NONE.with("token-form", token.access().form().name()).with("audience",
                            String.join(", ", token.access().audience()));
                    return token.isFor(resource)
                            ? new Holds(evidence)
                            : RULE.broken(evidence, resource).curedBy(seen.auth0(), "understand-resource");
                });
    }
}
