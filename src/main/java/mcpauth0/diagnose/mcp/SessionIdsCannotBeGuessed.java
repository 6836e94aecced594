package mcpauth0.diagnose.mcp;

import java.util.List;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.diagnose.Verdict.NotApplicable;

public final class SessionIdsCannotBeGuessed implements Check {

    private static final Rule RULE = Rule.should("session-id-weak", Specs.SESSIONS);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.conversation().judge(talk -> {
            if (!talk.accepted())
                return new Blocked("session");
            if (talk.ids().isEmpty())
                return new NotApplicable("no-session-id");
            var length = talk.ids().stream().mapToInt(String::length).min().orElse(0);
            var evidence = Evidence.NONE.with("session-ids", String.valueOf(talk.ids().size())).with("length",
                    String.valueOf(length));
            return talk.ids().stream().allMatch(SessionIdsCannotBeGuessed::sound) && differ(talk.ids())
                    ? new Holds(evidence)
                    : RULE.broken(evidence, String.valueOf(length));
        });
    }

    private static final int ENOUGH = 16;
    private static final int DIFFERENCE = 8;

    private static boolean sound(String id) {
        return id.length() >= ENOUGH && id.chars().allMatch(sign -> sign >= 0x21 && sign <= 0x7e);
    }

    /** Whether two ids that follow each other differ in more than a counter would. */
    private static boolean differ(List<String> ids) {
        for (var i = 1; i < ids.size(); i++) {
            var one = ids.get(i - 1);
            var other = ids.get(i);
            var different = Math.abs(one.length() - other.length());
            for (var at = 0; at < Math.min(one.length(), other.length()); at++)
                if (one.charAt(at) != other.charAt(at))
                    different++;
            if (different < DIFFERENCE)
                return false;
        }
        return true;
    }
}
