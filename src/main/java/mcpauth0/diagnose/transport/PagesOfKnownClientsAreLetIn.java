package mcpauth0.diagnose.transport;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Rule.Applies;
import mcpauth0.diagnose.Rule.Severity;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.oauth.mcp.McpAnswer;

/** Calls that name the page of a known client as their origin are served like those that name none. */
public final class PagesOfKnownClientsAreLetIn implements Check {

    private static final Rule RULE = Rule.must("transport-origin-too-strict", Specs.TRANSPORT).as(Severity.ERROR,
            Applies.HOSTED_CLIENTS);

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
            var signedIn = seen.conversation().found().map(talk -> talk.asides().fromClients()).orElse(List.of());
            var asked = Stream.concat(opening.fromClients().stream(), signedIn.stream()).toList();
            if (asked.isEmpty() || opening.initialize().status() == 403)
                return new Blocked("answer");
            var evidence = Evidence.in(asked.stream().map(McpAnswer::exchange).toList());
            var refused = asked.stream().filter(answer -> answer.status() == 403 && !lacksScope(answer))
                    .map(answer -> String.valueOf(answer.call().request().header("Origin"))).distinct()
                    .collect(Collectors.joining(", "));
            if (!refused.isEmpty())
                return RULE.broken(evidence.with("origin", refused), refused);
            // Where everybody is asked for a token first, an origin is looked at only with one.
            var looked = opening.initialize().accepted()
                    || opening.fromStranger().filter(answer -> answer.status() == 403).isPresent();
            if (looked)
                return new Holds(evidence);
            return seen.conversation().judge(_ -> signedIn.isEmpty() ? new Blocked("session") : new Holds(evidence));
        });
    }

    private static boolean lacksScope(McpAnswer answer) {
        return "insufficient_scope".equals(answer.challenges().parameter("error"));
    }
}
