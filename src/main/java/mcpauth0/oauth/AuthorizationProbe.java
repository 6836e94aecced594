package mcpauth0.oauth;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import mcpauth0.http.Exchange;
import mcpauth0.http.Http;
import mcpauth0.http.Request;
import org.jspecify.annotations.Nullable;

/**
 * The authorization endpoint's first answer to a request like that of a login, asked without a browser, a cookie or a
 * person: it shows whether the server would go on to a login page.
 *
 * @param error what it names: {@code invalid_request}; null where it names none
 * @param description its words, or the beginning of the page; null where it goes on or nothing came
 */
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

    private static final Pattern UNKNOWN_CLIENT = Pattern.compile(
            "(?i)unknown client|invalid client|client\\b.*\\b(not found|not registered|does not exist|unknown)");

    private static final Pattern BAD_CALLBACK = Pattern.compile("(?i)callback url mismatch|AADSTS50011"
            + "|redirect[_ ]ur[il]\\W.{0,60}\\b(not|mismatch|invalid|no match)"
            + "|\\b(invalid|mismatch)\\b.{0,20}redirect[_ ]ur[il]");

    /** Whether there is an endpoint that a request may be sent to. */
    public static boolean possible(ServerMetadata server) {
        var endpoint = server.authorizationEndpoint();
        return endpoint != null && Endpoints.safe(endpoint);
    }

    /** Sends one request; nothing is followed. A code that comes of it is never used. */
    public static AuthorizationProbe send(Http http, LoginRequest request) {
        var endpoint = request.server().authorizationEndpoint();
        var redirects = request.client().redirectUris();
        var redirectUri = redirects.isEmpty()
                ? LoopbackPorts.STANDARD.redirectUris().getFirst()
                : redirects.getFirst();
        var url = endpoint == null ? "" : AuthorizationUrl.of(endpoint, request, redirectUri).url();
        return of(http.send(Request.get(url).with("Accept", "text/html").within(request.perRequest())), redirectUri);
    }

    private static AuthorizationProbe of(Exchange exchange, String redirectUri) {
        var given = exchange.answer();
        if (given == null)
            return new AuthorizationProbe(exchange, Answer.NONE, null, null);
        var location = given.redirect() ? given.header("Location") : null;
        if (location != null && (location.startsWith(redirectUri + "?") || location.equals(redirectUri))) {
            var parameters = Query.of(location);
            var error = Query.first(parameters, "error");
            return error == null
                    ? new AuthorizationProbe(exchange, Answer.GIVES_CODE, null, null)
                    : new AuthorizationProbe(exchange, Answer.ERROR_TO_CALLBACK, error,
                            Query.first(parameters, "error_description"));
        }
        var carried = location == null ? Map.<String, List<String>>of() : Query.of(location);
        var named = Query.first(carried, "error");
        if (named != null)
            return new AuthorizationProbe(exchange, Answer.ERROR_PAGE, named,
                    Query.first(carried, "error_description"));
        if (given.redirect() || (given.ok() && !tellsOfAnError(given)))
            return new AuthorizationProbe(exchange, Answer.GOES_ON, null, null);
        var words = ErrorWords.of(given);
        return new AuthorizationProbe(exchange, Answer.ERROR_PAGE, words.error(), words.description());
    }

    /** Some servers say so with 200: a page that asks for nothing and names an error. */
    private static boolean tellsOfAnError(mcpauth0.http.Answer given) {
        return given.mediaType().contains("html") && HtmlPage.of(given.text()).forms().isEmpty()
                && ErrorWords.of(given).error() != null;
    }

    /** Whether the server goes on, as it would with a person. */
    public boolean goesOn() {
        return answer == Answer.GOES_ON || answer == Answer.GIVES_CODE;
    }

    /** Whether words of a server say that it does not know the callback. */
    public static boolean refusesCallback(String words) {
        return BAD_CALLBACK.matcher(words).find();
    }

    /** Whether the server refused the callback, and so knows the client. */
    public boolean callbackRefused() {
        return (answer == Answer.ERROR_PAGE || answer == Answer.ERROR_TO_CALLBACK)
                && ("invalid_redirect_uri".equals(error) || (description != null && refusesCallback(description)));
    }

    /** Whether words of a server say that it does not know the client. */
    public static boolean unknownClient(String words) {
        return UNKNOWN_CLIENT.matcher(words).find();
    }

    /** Whether the server says that it does not know the client, as far as its words tell. */
    public boolean unknownClient() {
        return (answer == Answer.ERROR_PAGE || answer == Answer.ERROR_TO_CALLBACK) && ("invalid_client".equals(error)
                || (description != null && unknownClient(description)));
    }
}
