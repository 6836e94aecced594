package mcpauth0.diagnose.transport;

import java.util.List;
import java.util.stream.Collectors;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.http.Exchange;
import mcpauth0.oauth.mcp.McpAnswer;

/** An MCP server listens under the path; a 404 with a message in it is one that speaks. */
public final class EndpointIsThere implements Check {

    private static final Rule RULE = Rule.must("transport-endpoint-not-found", Specs.TRANSPORT, "challenge-missing-401",
            "challenge-no-resource-metadata", "rs-rejects-valid-token", "session-empty-tools");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.answered().judge(opening -> {
            var statuses = opening.all().stream().map(McpAnswer::status).distinct().map(String::valueOf)
                    .collect(Collectors.joining(", "));
            var evidence = Evidence.in(opening.exchanges()).with("status", statuses);
            if (!opening.plain().stream().allMatch(EndpointIsThere::nobody))
                return new Holds(evidence);
            var found = opening.elsewhere().stream().filter(EndpointIsThere::speaks).findFirst();
            if (found.isPresent())
                evidence = evidence.and(Evidence.in(found.get().exchange())).with("found-at",
                        found.get().call().server().value());
            return RULE.broken(evidence, seen.scene().target().value(),
                    String.valueOf(opening.initialize().status()));
        });
    }

    /** Whether an MCP server is there: it asks for a token, or answers. */
    private static boolean speaks(McpAnswer answer) {
        return answer.accepted() || (answer.status() == 401 && answer.challenges().bearer() != null);
    }

    static boolean nobody(McpAnswer answer) {
        return nobody(answer.exchange()) && answer.messages().isEmpty();
    }

    static boolean nobody(Exchange exchange) {
        return List.of(404, 405, 410).contains(exchange.status());
    }
}
