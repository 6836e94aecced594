package mcpauth0.diagnose.validation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import mcpauth0.diagnose.Verdict;
import mcpauth0.oauth.mcp.McpAnswer;

/**
 * What the server did with tokens that it must not accept, between two calls with the genuine one.
 *
 * @param sent by kind; a kind that could not be made is not there
 * @param notSent what is to be said of a kind that could not be made
 * @param leftBehind what was made in the tenant for this and could not be deleted, by name and id
 */
public record Trials(McpAnswer before, McpAnswer after, Map<Forgery, List<Trial>> sent,
        Map<Forgery, Verdict> notSent, List<String> leftBehind) {

    /** @param variant how it was made, in a word */
    public record Trial(String variant, McpAnswer answer) {

        /** Whether the server took the token for good: it did what was asked, or found only its scopes too few. */
        public boolean accepted() {
            return answer.status() / 100 == 2 || insufficientScope();
        }

        private boolean insufficientScope() {
            return answer.status() == 403
                    && "insufficient_scope".equals(answer.challenges().parameter("error"));
        }
    }

    public Trials {
        sent = Map.copyOf(sent);
        notSent = Map.copyOf(notSent);
        leftBehind = List.copyOf(leftBehind);
    }

    /** Whether the genuine token worked before and after: only then does a refusal mean anything. */
    public boolean controlled() {
        return before.status() / 100 == 2 && after.status() / 100 == 2;
    }

    public Optional<List<Trial>> of(Forgery forgery) {
        return Optional.ofNullable(sent.get(forgery));
    }
}
