package mcpauth0.diagnose.token;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.oauth.AccessToken.Form;

/** What the token allows stands in it, where the server looks for it. */
public final class TokenCarriesItsScopes implements Check {

    private static final Rule RULE = Rule.should("token-scope-missing", Specs.TOKEN_SCOPES, "session-empty-tools",
            "rs-rejects-valid-token");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return Facts.given(seen, given -> {
            if (given.access().form() != Form.JWT)
                return new Blocked("readable-token");
            var asked = given.requested().stream().filter(scope -> !scope.equals("offline_access")).toList();
            var held = given.access().allows();
            var evidence = Evidence.in(given.exchange()).with("requested", String.join(" ", asked)).with("granted",
                    String.join(" ", held));
            return asked.isEmpty() || asked.stream().anyMatch(one -> held.stream().anyMatch(got -> means(one, got)))
                    ? new Holds(evidence)
                    : RULE.broken(evidence, String.join(", ", asked));
        });
    }

    /** Some issuers ask for {@code api://server/use} and write {@code use}. */
    private static boolean means(String asked, String held) {
        return asked.equals(held) || asked.endsWith("/" + held);
    }
}
