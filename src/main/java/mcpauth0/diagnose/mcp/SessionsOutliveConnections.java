package mcpauth0.diagnose.mcp;

import java.util.stream.Collectors;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.diagnose.Verdict.NotTestableFromHere;
import mcpauth0.oauth.mcp.McpAnswer;

/** A session goes on when the next call comes over another connection, and so perhaps to another replica. */
public final class SessionsOutliveConnections implements Check {

    private static final Rule RULE = Rule.must("session-lost-across-replicas", Specs.SESSIONS, "session-empty-tools",
            "session-delete-unsupported", "transport-notification-not-202", "transport-get-hangs-or-500");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.of(SessionProbe.SESSION).judge(life -> {
            if (life.calls().isEmpty())
                return new NotTestableFromHere("needs-deep");
            var lost = life.calls().stream().filter(call -> call.status() == 404 || call.status() == 400).toList();
            var found = life.calls().stream().filter(McpAnswer::accepted).count();
            var evidence = Evidence.in(life.calls().stream().map(McpAnswer::exchange).toList()).with("status",
                    life.calls().stream().map(call -> String.valueOf(call.status())).collect(Collectors.joining(", ")));
            if (found == 0)
                return new Blocked("session");
            return lost.isEmpty()
                    ? new Holds(evidence)
                    : RULE.broken(evidence, String.valueOf(lost.size()), String.valueOf(life.calls().size()));
        });
    }
}
