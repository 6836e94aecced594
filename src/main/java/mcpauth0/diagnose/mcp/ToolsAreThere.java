package mcpauth0.diagnose.mcp;

import java.util.stream.Collectors;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Rule.Severity;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.oauth.mcp.McpAnswer;
import mcpauth0.oauth.mcp.McpSession;

public final class ToolsAreThere implements Check {

    private static final Rule RULE = Rule.should("session-empty-tools", Specs.TOOLS);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.conversation().judge(talk -> {
            var tools = talk.tools();
            if (tools == null)
                return new Blocked("session");
            var evidence = Evidence.in(tools.answers().stream().map(McpAnswer::exchange).toList());
            var last = tools.answers().isEmpty() ? null : tools.answers().getLast();
            if (last == null || !last.accepted())
                return RULE.broken(Severity.ERROR, evidence, last == null ? "0" : String.valueOf(last.status()));
            if (tools.tools().isEmpty())
                return RULE.broken(evidence, String.valueOf(last.status()));
            return new Holds(evidence.with("tools",
                    tools.tools().stream().map(McpSession.Tool::name).collect(Collectors.joining(", "))));
        });
    }
}
