package mcpauth0.diagnose.token;

import java.util.Locale;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.oauth.AccessToken.Form;

/** The token says of itself that it is an access token, so that nobody takes another kind for one. */
public final class TypeTellsAccessTokens implements Check {

    private static final Rule RULE = Rule.may("token-typ-not-at-jwt", Specs.TOKEN_TYPE);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.token().judge(token -> {
            if (token.access().form() != Form.JWT)
                return new Blocked("readable-token");
            var type = String.valueOf(token.access().type());
            var evidence = Facts.of(token).with("token-type", type);
            var old = seen.tenant().found().flatMap(tenant -> tenant.api(seen.resourceName()))
                    .filter(api -> !api.dialect().startsWith("rfc9068")).isPresent();
            return type.toLowerCase(Locale.ROOT).replaceFirst("^application/", "").equals("at+jwt")
                    ? new Holds(evidence)
                    : RULE.broken(evidence, type).curedBy(old, "create-api");
        });
    }
}
