package mcpauth0.diagnose.validation;

import java.util.regex.Pattern;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.oauth.mcp.McpAnswer;

/** Whoever has no token is given no tools. */
public final class ToolsAskForAToken implements Check {

    private static final Rule RULE = Rule.must("rs-no-auth", Specs.EVERY_REQUEST, "challenge-missing-401",
            "challenge-no-resource-metadata", "challenge-offline-access-scope",
            "rs-accepts-any-bearer", "rs-accepts-wrong-audience", "rs-accepts-tampered-signature",
            "rs-accepts-tampered-claims", "rs-accepts-alg-none", "rs-accepts-hs256-public-key",
            "rs-accepts-other-issuer", "rs-accepts-embedded-jwk", "rs-accepts-jku", "rs-accepts-x5u",
            "rs-accepts-kid-injection", "rs-accepts-expired", "rs-accepts-future-nbf", "rs-accepts-missing-audience",
            "rs-accepts-id-token", "rs-accepts-query-token", "rs-accepts-body-or-cookie-token",
            "rs-scope-not-enforced", "rs-401-without-invalid-token", "rs-wrong-status", "rs-auth-only-on-initialize",
            "session-unknown-id-status",
            "transport-origin-not-validated");

    private static final Pattern SIGN_IN = Pattern.compile("(?i)unauthori|authenticat|log ?in|sign ?in|access token");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.answered().judge(opening -> {
            var list = opening.plain("tools/list").orElse(null);
            var call = opening.plain("tools/call").orElse(null);
            if (list == null || call == null)
                return new Blocked("connection");
            var evidence = Evidence.in(list.exchange(), call.exchange())
                    .with("status", "tools/list " + list.status() + ", tools/call " + call.status());
            return list.accepted() && call.status() / 100 == 2 && !asks(call)
                    ? RULE.broken(evidence)
                    : new Holds(evidence);
        });
    }

    /** Whether the answer, though 200, asks the caller to sign in: then only the status is wrong. */
    private static boolean asks(McpAnswer call) {
        var answer = call.exchange().answer();
        return answer != null && SIGN_IN.matcher(answer.text()).find();
    }
}
