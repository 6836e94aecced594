package mcpauth0.diagnose.validation;

import java.util.stream.Stream;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.oauth.mcp.McpAnswer;

/** A refusal tells what is wrong with the request, not how the server is built. */
public final class ErrorsKeepTheirSecrets implements Check {

    private static final Rule RULE = Rule.must("rs-error-leaks", Specs.ERROR_MESSAGES);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        for (var exchange : answers(seen).map(McpAnswer::exchange).toList()) {
            var answer = exchange.answer();
            if (answer == null || answer.status() < 400)
                continue;
            var leak = Leak.in(answer).orElse(null);
            if (leak != null)
                return RULE.broken(Evidence.in(exchange).with("answer", leak.line()), leak.line());
        }
        // Without a bad token the errors about tokens have not been seen.
        return seen.trials().judge(trials -> new Holds(Evidence.in(trials.bare().exchange())));
    }

    private static Stream<McpAnswer> answers(Observations seen) {
        var without = seen.opening().found().stream().flatMap(opening -> opening.all().stream());
        var genuine = seen.conversation().found().stream()
                .flatMap(talk -> Stream.of(talk.eras().modern(), talk.eras().legacy()));
        var forged = seen.trials().found().stream().flatMap(trials -> trials.tried().values().stream())
                .flatMap(tried -> tried.trials().stream()).map(trial -> trial.answer());
        return Stream.of(without, genuine, forged).flatMap(part -> part);
    }
}
