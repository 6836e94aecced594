package mcpauth0.diagnose.transport;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.oauth.mcp.McpAnswer;
import org.jspecify.annotations.Nullable;

/** An answer has the id of its request (JSON-RPC 2.0 §5): by it alone clients know what it answers. */
public final class AnswersCarryTheRequestsId implements Check {

    private static final Rule RULE = Rule.must("transport-answer-mismatch", Specs.JSON_RPC, "rs-rejects-valid-token",
            "session-empty-tools", "transport-legacy-only", "transport-modern-only");

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
        return Replies.judge(seen, given -> {
            var strange = given.stream().filter(answer -> answer.response() == null && foreign(answer) != null)
                    .findFirst().orElse(null);
            if (strange == null)
                return new Holds(Evidence.in(given.stream().map(McpAnswer::exchange).toList()));
            var wanted = String.valueOf(strange.call().id());
            var got = String.valueOf(foreign(strange));
            return RULE.broken(Evidence.in(strange.exchange()).with("id", wanted).with("id-of-answer", got), wanted,
                    got);
        });
    }

    /** The id of an answer to something else; null where there is none. */
    private static @Nullable String foreign(McpAnswer answer) {
        for (var message : answer.messages())
            if (message.has("result") && message.hasNonNull("id"))
                return message.get("id").asText();
        return null;
    }
}
