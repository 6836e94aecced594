package mcpauth0.diagnose.transport;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.http.Exchange;
import mcpauth0.oauth.mcp.McpAnswer;

/** What comes as JSON or as an event stream is declared as such. */
public final class AnswersSayWhatTheyAre implements Check {

    private static final Rule RULE = Rule.must("transport-content-type-wrong", Specs.TRANSPORT);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Station certainAt() {
        return Station.VALIDATION;
    }

    @Override
    public Verdict judge(Observations seen) {
        return Replies.judge(seen, given -> {
            var wrong = given.stream().filter(answer -> !declared(answer.exchange())).findFirst().orElse(null);
            if (wrong == null)
                return new Holds(Evidence.in(given.stream().map(McpAnswer::exchange).toList()));
            var type = type(wrong.exchange());
            return RULE.broken(Evidence.in(wrong.exchange()).with("media-type", type), type);
        });
    }

    private static boolean declared(Exchange exchange) {
        var answer = exchange.answer();
        var json = answer != null && answer.json().isPresent();
        return type(exchange).equals(json ? "application/json" : "text/event-stream");
    }

    private static String type(Exchange exchange) {
        var answer = exchange.answer();
        return answer == null ? "" : answer.mediaType();
    }
}
