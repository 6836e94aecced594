package mcpauth0.diagnose.transport;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.http.Exchange;
import mcpauth0.http.Failure;

/** Who asks with GET whether it may listen gets a stream, or is told at once that there is none. */
public final class ListeningIsAnswered implements Check {

    private static final Rule RULE = Rule.may("transport-get-hangs-or-500", Specs.LISTENING);

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
        return seen.answered().judge(opening -> {
            var listening = opening.listening();
            if (listening == null)
                return new Blocked("connection");
            if (EndpointIsThere.nobody(opening.initialize()) && EndpointIsThere.nobody(listening))
                return new Blocked("endpoint");
            if (listening.status() != 401 && listening.status() != 403)
                return judge(listening);
            return seen.conversation().judge(talk -> {
                var signedIn = talk.asides().listening();
                return signedIn == null ? new Blocked("session") : judge(signedIn);
            });
        });
    }

    private static Verdict judge(Exchange exchange) {
        var answer = exchange.answer();
        var evidence = Evidence.in(exchange).with("status", String.valueOf(exchange.status()));
        if (answer == null)
            return exchange.failure() instanceof Failure.TimedOut ? RULE.broken(evidence) : new Blocked("connection");
        return answer.status() >= 500 || (answer.ok() && !answer.mediaType().equals("text/event-stream"))
                ? RULE.broken(evidence.with("media-type", answer.mediaType()))
                : new Holds(evidence);
    }
}
