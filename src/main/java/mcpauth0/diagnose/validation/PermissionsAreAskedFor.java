package mcpauth0.diagnose.validation;

import java.util.List;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Rule.Severity;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.oauth.mcp.McpAnswer;

/** Whoever lacks the permission that the server asks for cannot use its tools. */
public final class PermissionsAreAskedFor implements Check {

    private static final Rule RULE = Rule.must("rs-scope-not-enforced", Specs.INSUFFICIENT_SCOPE);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.trials().judge(trials -> {
            var stopped = Judgement.stopped(trials, Forgery.LESSER_SCOPE);
            if (stopped != null)
                return stopped;
            var sent = trials.of(Forgery.LESSER_SCOPE).orElse(List.of());
            var answer = sent.getFirst().answer();
            var evidence = Judgement.evidence(sent, List.of()).with("scopes",
                    String.join(" ", LesserScope.needed(seen)));
            if (worked(answer))
                return RULE.broken(inTheChallenge(seen) ? Severity.ERROR : Severity.WARNING, evidence,
                        sent.getFirst().variant(), String.join(" ", LesserScope.needed(seen)));
            return refused(answer) ? new Holds(evidence) : new Blocked("answer");
        });
    }

    /** Whether the server says to whoever has no token what a token needs, and does not only list what there is. */
    private static boolean inTheChallenge(Observations seen) {
        return seen.opening().found().filter(opening -> opening.initialize().challenges().scopes() != null).isPresent();
    }

    /** Whether the tool did what it is there for. */
    static boolean worked(McpAnswer answer) {
        var result = answer.result();
        return result != null && !result.path("isError").asBoolean();
    }

    /** Whether it was the missing permission that stopped it, however that is said. */
    static boolean refused(McpAnswer answer) {
        return answer.status() == 401 || answer.status() == 403
                || LesserScope.speaksOfScope(answer.exchange().answer() == null ? null : Complaint.of(answer).words());
    }
}
