package mcpauth0.diagnose.validation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import mcpauth0.diagnose.Verdict;
import mcpauth0.oauth.mcp.McpAnswer;
import mcpauth0.setup.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What the server did with tokens that it must not accept, each kind between two calls with the genuine one.
 *
 * @param bare the answer to the call that all were tried with, without any token
 * @param tried by kind; a kind that could not be made is not there
 * @param notSent what is to be said of a kind that could not be made
 * @param leftBehind what was made in the tenant for this and could not be deleted, by name and id
 * @param renewed the refresh token that came in the place of the login's, where that was used; null where it was not
 */
public record Trials(McpAnswer bare, Map<Forgery, Tried> tried, Map<Forgery, Verdict> notSent,
        List<String> leftBehind, @Nullable Secret renewed) {

    /**
     * @param variant how it was made, in a word
     * @param fetched whether the server went to the address that stands in the token
     */
    public record Trial(String variant, McpAnswer answer, boolean fetched) {

        public Trial(String variant, McpAnswer answer) {
            this(variant, answer, false);
        }

        /** Whether the server took the token for good: it did what was asked, or found only its scopes too few. */
        public boolean accepted() {
            return answer.accepted() || insufficientScope();
        }

        private boolean insufficientScope() {
            return answer.status() == 403
                    && "insufficient_scope".equals(answer.challenges().parameter("error"));
        }

        /** Whether somebody else answered, or nobody: that the token was refused is then not known. */
        public boolean inconclusive() {
            return switch (answer.status()) {
                case 0, 408, 429, 502, 503, 504 -> true;
                default -> false;
            };
        }
    }

    /** The trials of one kind, with the calls before and after them. */
    public record Tried(List<Trial> trials, McpAnswer before, McpAnswer after) {

        public Tried {
            trials = List.copyOf(trials);
        }

        /** Whether the genuine token worked before and after: only then does a refusal mean anything. */
        public boolean controlled() {
            return before.accepted() && after.accepted();
        }
    }

    public Trials {
        tried = Map.copyOf(tried);
        notSent = Map.copyOf(notSent);
        leftBehind = List.copyOf(leftBehind);
    }

    /** Whether the genuine token worked all the time. */
    public boolean controlled() {
        return !tried.isEmpty() && tried.values().stream().allMatch(Tried::controlled);
    }

    public @Nullable Tried tried(Forgery forgery) {
        return tried.get(forgery);
    }

    public Optional<List<Trial>> of(Forgery forgery) {
        return Optional.ofNullable(tried.get(forgery)).map(Tried::trials);
    }

    /** Whether one changed byte made the server refuse: what is forged otherwise is then refused for its signature alone. */
    public boolean signaturesCount() {
        return of(Forgery.TAMPERED_SIGNATURE).filter(sent -> sent.stream().noneMatch(Trial::accepted)).isPresent();
    }
}
