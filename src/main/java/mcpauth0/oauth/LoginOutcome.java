package mcpauth0.oauth;

import java.time.Duration;
import java.util.List;
import mcpauth0.http.Exchange;
import mcpauth0.http.Failure;
import org.jspecify.annotations.Nullable;

/** How a login ended. The bundles hold {@code login.<id>.problem}, {@code .cause} and {@code .cure}. */
public sealed interface LoginOutcome {

    record SignedIn(Tokens tokens, FrontChannel front) implements LoginOutcome {
    }

    /** The authorization server's answer came to the callback and is an error (RFC 6749 §4.1.2.1). */
    record Denied(String error, @Nullable String description, FrontChannel front) implements LoginOutcome {
    }

    /** The answer is not from the issuer that was asked; nothing of it was used. {@code got} is null where it has none. */
    record IssuerMismatch(String expected, @Nullable String got, FrontChannel front) implements LoginOutcome {
    }

    /**
     * The authorization server showed a page with an error and sent nobody back, which only a stand-in can see, and the
     * server's log; a person sees it in the browser while {@link NoAnswer} is what comes of it here.
     *
     * @param status 0 where the log told of the page
     * @param error what the page names, {@code access_denied}; null where it names none
     * @param description the page's words
     * @param exchange null where the log told of the page
     */
    record ErrorPage(int status, @Nullable String error, String description, @Nullable Exchange exchange,
            FrontChannel front) implements LoginOutcome {
    }

    record NoAnswer(Duration after, FrontChannel front) implements LoginOutcome {
    }

    /**
     * Nobody could be sent to the authorization server. The bundles hold {@code login.could-not-open.<reason>.*}.
     *
     * @param reason {@code no-endpoint}, {@code insecure-endpoint}, {@code ports-busy}, {@code no-callback},
     *            {@code browser-missing}, {@code browser-failed}; of stand-ins also {@code not-loopback},
     *            {@code asks-person}, {@code too-many-redirects}
     * @param detail the address, the ports, the program
     */
    record CouldNotOpen(String reason, String detail) implements LoginOutcome {
    }

    /** There was a code, and the token endpoint would not take it. */
    record TokenRefused(int status, @Nullable String error, String description, Exchange exchange,
            FrontChannel front) implements LoginOutcome {
    }

    record Failed(Failure failure, @Nullable Exchange exchange, @Nullable FrontChannel front) implements LoginOutcome {
    }

    record Cancelled() implements LoginOutcome {
    }

    /** The name in the bundles. */
    default String id() {
        return switch (this) {
            case SignedIn _ -> "signed-in";
            case Denied _ -> "denied";
            case IssuerMismatch(_, var got, _) -> got == null ? "issuer-missing" : "issuer-mismatch";
            case ErrorPage(_, _, _, var exchange, _) -> exchange == null ? "error-page-in-log" : "error-page";
            case NoAnswer(_, var front) -> front.strays().isEmpty() ? "no-answer" : "wrong-state";
            case CouldNotOpen(var reason, _) -> "could-not-open." + reason;
            case TokenRefused _ -> "token-refused";
            case Failed _ -> "failed";
            case Cancelled _ -> "cancelled";
        };
    }

    /** What is put into the texts, in order. */
    default List<String> values() {
        return switch (this) {
            case SignedIn(_, var front) -> List.of(front.issuer());
            case Denied(var error, var description, _) -> List.of(description == null ? error : description, error);
            case IssuerMismatch(var expected, var got, _) -> List.of(expected, got == null ? "" : got);
            case ErrorPage(var status, _, var description, _, _) -> List.of(description, String.valueOf(status));
            case NoAnswer(var after, var front) ->
                List.of(String.valueOf(after.toSeconds()), String.valueOf(front.strays().size()));
            case CouldNotOpen(_, var detail) -> List.of(detail);
            case TokenRefused(var status, _, var description, _, _) -> List.of(description, String.valueOf(status));
            case Failed(_, var exchange, _) -> List.of(exchange == null ? "" : exchange.request().url());
            case Cancelled _ -> List.of();
        };
    }
}
