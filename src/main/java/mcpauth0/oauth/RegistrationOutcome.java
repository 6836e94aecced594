package mcpauth0.oauth;

import mcpauth0.http.Exchange;
import mcpauth0.http.Failure;
import org.jspecify.annotations.Nullable;

/** What became of asking an authorization server for a client (RFC 7591 §3.2). */
public sealed interface RegistrationOutcome {

    /**
     * There is a client.
     *
     * @param exchange in which it was made; null where it was remembered from an earlier time
     */
    record Registered(RegisteredClient client, @Nullable Exchange exchange) implements RegistrationOutcome {

        public boolean remembered() {
            return exchange == null;
        }
    }

    /**
     * The server said no.
     *
     * @param error its code, {@code error} or what it has in its place; null where the answer has none
     * @param text its words, or the beginning of the body
     */
    record Refused(int status, @Nullable String error, String text, Exchange exchange) implements RegistrationOutcome {
    }

    /** Nobody was asked, or the answer cannot be used; {@code exchange} is null where nothing was sent. */
    record Failed(Failure failure, @Nullable Exchange exchange) implements RegistrationOutcome {
    }
}
