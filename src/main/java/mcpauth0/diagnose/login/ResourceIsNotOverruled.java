package mcpauth0.diagnose.login;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.oauth.ServerMetadata;

/** No default audience of the tenant takes the place of the resource that the client names. */
public final class ResourceIsNotOverruled implements Check {

    private static final Rule RULE = Rule.must("authz-audience-wins", Specs.RESOURCE_INDICATORS, "token-aud-wrong",
            "authz-resource-ignored", "authz-scope-not-granted", "token-scope-missing",
            "token-no-refresh", "token-typ-not-at-jwt");

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
        var resource = seen.resourceName();
        var standard = seen.tenant().found().map(tenant -> tenant.settings().defaultAudience()).orElse("");
        var fixed = seen.metadata().found().map(ServerMetadata::authorizationEndpoint).flatMap(Fixed::audience);
        var evidence = Evidence.NONE.with("default-audience", standard).with("resource", resource);
        if (fixed.isPresent() && !fixed.get().equals(resource))
            return RULE.broken(evidence.with("audience", fixed.get()), fixed.get(), resource);
        if (seen.tenant().found().isPresent() && (standard.isEmpty() || standard.equals(resource)))
            return new Holds(evidence);
        return seen.token().judge(token -> {
            var audience = token.access().audience();
            return !token.isFor(resource) && audience.contains(standard)
                    ? RULE.broken(evidence.with("audience", String.join(", ", audience)), standard, resource)
                    : new Holds(evidence);
        });
    }
}
