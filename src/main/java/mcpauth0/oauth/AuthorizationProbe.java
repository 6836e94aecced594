package mcpauth0.oauth;

import mcpauth0.http.Exchange;
import mcpauth0.http.Http;
import org.jspecify.annotations.Nullable;

/**
 * The authorization endpoint's first answer to a request like that of a login, asked without a browser, a cookie or a
 * person: it shows whether the server would go on to a login page.
 *
 * @param error what it names: {@code invalid_request}; null where it names none
 * @param description its words, or the beginning of the page
 */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public record AuthorizationProbe(Exchange exchange, Answer answer, @Nullable String error,
        @Nullable String description) {

    /** What the endpoint did. */
    public enum Answer {
        /** It showed a page, or sent on to one of its own. */
        GOES_ON,
        /** It sent back to the callback with a code, asking nobody. */
        GIVES_CODE,
        /** It sent back to the callback with an error. */
        ERROR_TO_CALLBACK,
        /** It showed an error page, so that the client hears nothing. */
        ERROR_PAGE,
        /** No answer came. */
        NONE
    }

    /** Sends one request; nothing is followed. A code that comes of it is never used. */
    public static AuthorizationProbe send(Http http, LoginRequest request) {
        throw new UnsupportedOperationException();
    }
}
