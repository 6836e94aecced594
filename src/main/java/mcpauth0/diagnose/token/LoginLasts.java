package mcpauth0.diagnose.token;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.diagnose.Verdict.NotTestableFromHere;

/** A refresh token comes with the access token, so that nobody has to sign in again every day. */
public final class LoginLasts implements Check {

    private static final Rule RULE = Rule.should("token-no-refresh", Specs.REFRESH);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.token().judge(token -> {
            var given = token.given();
            if (given == null)
                return new NotTestableFromHere("token-given");
            var evidence = Evidence.in(given.exchange());
            if (given.refresh() != null)
                return new Holds(evidence);
            var closed = seen.tenant().found().flatMap(tenant -> tenant.api(seen.resourceName()))
                    .filter(api -> !api.offlineAccess()).isPresent();
            var seconds = given.expiresIn();
            return RULE.broken(evidence.with("expires-in", String.valueOf(seconds))).curedBy(closed, "create-api");
        });
    }
}
