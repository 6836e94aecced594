package mcpauth0.diagnose.login;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.diagnose.Verdict.NotTestableFromHere;
import mcpauth0.oauth.Tokens;

/** Whoever signs in gets the permissions that the server asks for. */
public final class ScopesAreGranted implements Check {

    private static final Rule RULE = Rule.should("authz-scope-not-granted", Specs.GRANTED_SCOPES, "token-scope-missing",
            "rs-rejects-valid-token", "session-empty-tools");

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
        return seen.token().judge(token -> {
            var given = token.given();
            if (given == null)
                return new NotTestableFromHere("token-given");
            var got = granted(given);
            var missing = given.requested().stream()
                    .filter(scope -> !scope.equals("offline_access")
                            && got.stream().noneMatch(one -> means(scope, one)))
                    .toList();
            var evidence = Evidence.in(given.exchange()).with("requested", String.join(" ", given.requested()))
                    .with("granted", String.join(" ", got));
            return missing.isEmpty()
                    ? new Holds(evidence)
                    : RULE.broken(evidence, String.join(", ", missing), seen.resourceName());
        });
    }

    /** Some issuers ask for {@code api://server/use} and write {@code use}. */
    private static boolean means(String asked, String held) {
        return asked.equals(held) || asked.endsWith("/" + held);
    }

    /** An answer without a word about scopes means all (RFC 6749 §5.1), but not where the token itself can be read. */
    private static Set<String> granted(Tokens given) {
        var got = new LinkedHashSet<String>();
        var answered = given.scope();
        if (answered != null)
            got.addAll(List.of(answered.strip().split("\\s+")));
        got.addAll(given.access().allows());
        if (answered == null && given.access().claims() == null)
            got.addAll(given.requested());
        return got;
    }
}
