package mcpauth0.diagnose.token;

import java.util.Locale;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;

/** Nothing between client and authorization server keeps the answer with the token. */
public final class TokenAnswerIsNotStored implements Check {

    private static final Rule RULE = Rule.should("token-cacheable", Specs.TOKEN_ANSWER);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return Facts.given(seen, given -> {
            var answer = given.exchange().answer();
            var control = answer == null ? "" : String.join(", ", answer.headers("Cache-Control"));
            var evidence = Evidence.in(given.exchange()).with("cache-control", control);
            return control.toLowerCase(Locale.ROOT).contains("no-store") ? new Holds(evidence) : RULE.broken(evidence);
        });
    }
}
