package mcpauth0.diagnose.transport;

import java.util.regex.Pattern;
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
import mcpauth0.http.Exchange;

/** The server knows the name by which clients call it. */
public final class HostIsKnown implements Check {

    private static final Rule RULE = Rule.must("transport-host-rejected", Specs.TRANSPORT, "challenge-missing-401",
            "challenge-no-resource-metadata", "prm-behind-auth", "prm-not-found", "rs-rejects-valid-token",
            "session-empty-tools");

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
            var answers = Stream.concat(opening.plain().stream(),
                    seen.conversation().found().stream()
                            .flatMap(talk -> Stream.of(talk.eras().legacy(), talk.eras().modern())))
                    .toList();
            var refused = answers.stream().filter(answer -> refusesHost(answer.exchange())).findFirst().orElse(null);
            if (refused == null)
                return answers.stream().allMatch(EndpointIsThere::nobody)
                        ? new Blocked("endpoint")
                        : new Holds(Evidence.in(opening.initialize().exchange()));
            var host = seen.scene().target().host();
            return RULE.broken(Evidence.in(refused.exchange()).with("status", String.valueOf(refused.status()))
                    .with("host", host), host, String.valueOf(refused.status()));
        });
    }

    /** As the guards of MCP libraries and web frameworks against foreign names say it. */
    private static final Pattern WORDS = Pattern
            .compile("(?i)invalid host|host header|blocked host|disallowed ?host|host[^.]{0,60}(is )?not allowed");
    private static final int ENOUGH = 4096;

    private static boolean refusesHost(Exchange exchange) {
        var answer = exchange.answer();
        if (answer == null || answer.status() / 100 != 4 || answer.status() == 401)
            return false;
        var text = answer.text();
        return answer.status() == 421 || WORDS.matcher(text.substring(0, Math.min(ENOUGH, text.length()))).find();
    }
}
