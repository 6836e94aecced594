package mcpauth0.diagnose.transport;

import java.util.stream.Stream;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;

/**
 * Messages are posted to the one address (Streamable HTTP), and not to one that a stream names first (HTTP+SSE of 2024).
 */
public final class MessagesCanBePosted implements Check {

    private static final Rule RULE = Rule.must("transport-legacy-sse-only", Specs.TRANSPORT, "challenge-missing-401",
            "challenge-no-resource-metadata", "transport-endpoint-not-found", "rs-rejects-valid-token",
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
        return seen.answered().judge(opening -> {
            var old = Stream.concat(Stream.ofNullable(opening.listening()), seen.conversation().found().stream()
                    .flatMap(talk -> Stream.ofNullable(talk.asides().listening())))
                    .filter(Listening::isOldTransport).findFirst();
            var posted = opening.initialize();
            var evidence = Evidence.in(posted.exchange()).with("status", String.valueOf(posted.status()));
            if (!EndpointIsThere.nobody(posted))
                return new Holds(evidence);
            if (old.isPresent())
                return RULE.broken(evidence.and(Evidence.in(old.get())), seen.scene().target().value(),
                        String.valueOf(posted.status()));
            // Whether an old stream is behind the door shows only with a token.
            var listening = opening.listening();
            return listening != null && listening.status() == 401
                    ? seen.conversation().judge(_ -> new Blocked("endpoint"))
                    : new Blocked("endpoint");
        });
    }
}
