package mcpauth0.oauth;

import mcpauth0.http.Exchange;
import mcpauth0.http.Failure;
import org.jspecify.annotations.Nullable;

/** What became of a request to the token endpoint. */
public sealed interface TokenOutcome {

    record Given(Tokens tokens) implements TokenOutcome {
    }

    /**
     * The server said no (RFC 6749 §5.2); a few do so with status 200.
     *
     * @param error null where the answer names none
     * @param description its words, or the beginning of the body
     */
    record Refused(int status, @Nullable String error, String description,
            Exchange exchange) implements TokenOutcome {
    }

    /** No answer, or one without a token in it. */
    record Failed(Failure failure, @Nullable Exchange exchange) implements TokenOutcome {
    }
}
