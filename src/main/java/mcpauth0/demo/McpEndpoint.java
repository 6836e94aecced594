package mcpauth0.demo;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The address that MCP clients call: asks for a token, then hands the message to the era that it is of. Every request is
 * asked, whatever its method and whether or not it names a session.
 */
final class McpEndpoint implements Route {

    private static final String METHODS = "POST, DELETE";

    private final BearerTokens tokens;
    private final Refusals refusals;
    private final Sessions sessions;
    private final LegacyEra legacy;
    private final ModernEra modern;
    private final Set<String> faults;

    McpEndpoint(BearerTokens tokens, Refusals refusals, Tools tools, Set<String> faults) {
        this.tokens = tokens;
        this.refusals = refusals;
        this.sessions = new Sessions(faults);
        this.legacy = new LegacyEra(tools, sessions, faults);
        this.modern = new ModernEra(tools, faults);
        this.faults = faults;
    }

    @Override
    public Outgoing answer(Incoming request) {
        if (request.method().equals("OPTIONS"))
            return faults.contains("cors-preflight-401") ? refusals.noToken() : notAllowed();
        if (request.method().equals("POST") && faults.contains("transport-legacy-sse-only"))
            return OldTransport.posted();
        var token = token(request);
        if (token == null) {
            var caller = withoutToken(request);
            return caller == null ? refusals.noToken() : served(request, caller);
        }
        return switch (tokens.judge(token)) {
            case BearerTokens.Judgement.Good(var caller) -> served(request, caller);
            case BearerTokens.Judgement.Bad(var why) -> refusals.badToken(why);
            case BearerTokens.Judgement.Failed(var why) -> refusals.failed(why);
        };
    }

    /** From the header; where a fault looks elsewhere as well, from there. */
    private @Nullable String token(Incoming request) {
        var token = request.bearer();
        if (token == null && faults.contains("rs-accepts-query-token"))
            token = request.parameter("access_token");
        if (token == null && faults.contains("rs-accepts-body-or-cookie-token"))
            token = inBodyOrCookie(request);
        return token;
    }

    private static @Nullable String inBodyOrCookie(Incoming request) {
        var cookies = request.header("Cookie");
        if (cookies != null)
            for (var cookie : cookies.split(";", -1))
                if (cookie.strip().startsWith("access_token="))
                    return cookie.strip().substring("access_token=".length());
        return request.isJson()
                ? request.json().path("access_token").textValue()
                : request.form().get("access_token");
    }

    private @Nullable Caller withoutToken(Incoming request) {
        if (faults.contains("rs-no-auth"))
            return Caller.anyone();
        return faults.contains("rs-auth-only-on-initialize") ? sessions.owner(request.header(Sessions.HEADER)) : null;
    }

    private Outgoing served(Incoming request, Caller caller) {
        return switch (request.method()) {
            case "POST" -> posted(request, caller);
            case "DELETE" -> legacy.end(request, caller);
            // There is nothing that this server would say unasked, so it offers no stream to listen on.
            default ->
                faults.contains("transport-legacy-sse-only") ? OldTransport.stream(request) : notAllowed();
        };
    }

    private Outgoing posted(Incoming request, Caller caller) {
        if (!request.isJson())
            return Outgoing.json(415, Rpc.error(null, Rpc.INVALID_REQUEST, "Content-Type must be application/json"));
        var json = request.json();
        if (json.isMissingNode())
            return Outgoing.json(400, Rpc.error(null, Rpc.PARSE_ERROR, "The body is not JSON"));
        var message = Rpc.of(json);
        if (message == null)
            return Outgoing.json(400, Rpc.error(null, Rpc.INVALID_REQUEST, "The body is not one JSON-RPC message"));
        if (message.method().equals("tools/call") && !faults.contains("rs-scope-not-enforced")
                && !caller.scopes().contains(ResourceMetadataDocument.SCOPE))
            return refusals.scopeMissing();
        return spoken(request, faults.contains("transport-answer-mismatch") ? message.asFirst() : message, caller);
    }

    private Outgoing spoken(Incoming request, Rpc message, Caller caller) {
        if (faults.contains("transport-version-rejected"))
            return Outgoing.json(400, message.error(Rpc.INVALID_REQUEST,
                    "Unsupported protocol version; supported is 2024-11-05"));
        if (ModernEra.speaks(request, message) && !faults.contains("transport-legacy-only"))
            return modern.answer(request, message, caller);
        return faults.contains("transport-modern-only") && message.expectsAnswer()
                ? Outgoing.json(400, ModernEra.noHandshake(message))
                : legacy.answer(request, message, caller);
    }

    private static Outgoing notAllowed() {
        return Outgoing.empty(405).with("Allow", METHODS);
    }
}
