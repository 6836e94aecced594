package mcpauth0.diagnose.transport;

import java.time.Duration;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.diagnose.Verdict.NotApplicable;
import mcpauth0.http.Exchange;
import mcpauth0.oauth.mcp.McpAnswer;

/** What is sent as an event stream arrives as it is sent, and not when the stream ends. */
public final class EventsComeAtOnce implements Check {

    private static final Rule RULE = Rule.must("transport-sse-buffered", Specs.TRANSPORT, "rs-rejects-valid-token",
            "session-empty-tools", "transport-version-rejected");

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
        return seen.answered().judge(_ -> {
            var streams = Replies.all(seen).stream().map(McpAnswer::exchange).filter(EventsComeAtOnce::stream).toList();
            if (streams.isEmpty())
                return seen.conversation().judge(talk -> talk.accepted()
                        ? new NotApplicable("no-event-stream")
                        : new Blocked("session"));
            var soonest = streams.stream().mapToLong(EventsComeAtOnce::held).min().orElse(0);
            var evidence = Evidence.in(streams).with("milliseconds", String.valueOf(soonest));
            // A slow server would be slow with its headers; one slow answer says nothing.
            return soonest < LONG.toMillis()
                    ? new Holds(evidence)
                    : RULE.broken(evidence, String.valueOf(Duration.ofMillis(soonest).toSeconds()));
        });
    }

    private static final Duration LONG = Duration.ofSeconds(3);

    private static boolean stream(Exchange exchange) {
        var answer = exchange.answer();
        return answer != null && answer.ok() && answer.mediaType().equals("text/event-stream");
    }

    /** Milliseconds between the headers and the response, or the end of patience. */
    private static long held(Exchange exchange) {
        var timing = exchange.timing();
        return timing.total() - timing.dns() - timing.connect() - timing.tls() - timing.waiting();
    }
}
