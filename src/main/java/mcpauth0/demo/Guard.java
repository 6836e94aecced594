package mcpauth0.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.text.ParseException;
import java.util.List;
import java.util.Locale;

/**
 * Stands before the Management API: the rate limit, then the token, then its permissions. What gets through and writes
 * is logged with who did it, and so is a write that was refused. The dashboard has a rate limit of its own.
 */
final class Guard {

    private static final List<String> SECRETS = List.of("client_secret", "signing_secret");

    private final Core core;
    private final Loopback loopback;
    private final RateLimit limit;

    Guard(Core core, Loopback loopback, RateLimit limit) {
        this.core = core;
        this.loopback = loopback;
        this.limit = limit;
    }

    /** @param permissions any one of them is enough */
    Guard on(String method, String path, String what, Route route, String... permissions) {
        loopback.on(method, "/api/v2/" + path, request -> {
            var turn = limit.take(request.header("X-Practice-Dashboard") == null);
            try {
                if (!turn.allowed())
                    throw Refusal.management(429, "Global limit has been reached", "too_many_requests");
                return turn.on(answer(request, what, route, List.of(permissions)));
            } catch (Refusal refusal) {
                return turn.on(refusal.answer());
            }
        });
        return this;
    }

    private Outgoing answer(Incoming request, String what, Route route, List<String> permissions) throws IOException {
        var operator = operator(request);
        if (request.method().equals("GET")) {
            check(operator, permissions);
            return route.answer(request);
        }
        try {
            check(operator, permissions);
            var answer = route.answer(request);
            log("sapi", what, operator, request, answer);
            return answer;
        } catch (Refusal refusal) {
            var answer = refusal.answer();
            log("fapi", Incoming.parsed(answer.body()).path("message").asText(), operator, request, answer);
            throw refusal;
        }
    }

    private void log(String type, String what, Operator operator, Incoming request, Outgoing answer) {
        var person = operator.person();
        var entry = core.log(type, what).by(operator.clientId(), "");
        if (person != null)
            entry.node().put("user_id", person.subject()).put("user_name", person.email());
        var asked = entry.details().putObject("request").put("method", request.method().toLowerCase(Locale.ROOT))
                .put("path", request.path());
        var query = asked.putObject("query");
        request.parameters().forEach(query::put);
        asked.put("userAgent", String.valueOf(request.header("User-Agent")));
        asked.set("body", masked(request.json()));
        asked.put("channel", person == null ? "api" : "https://manage.auth0.com/").put("ip", "127.0.0.1");
        operator.sign(asked.putObject("auth"));
        entry.details().putObject("response").put("statusCode", answer.status()).set("body",
                masked(Incoming.parsed(answer.body())));
    }

    private static JsonNode masked(JsonNode body) {
        if (body.isMissingNode())
            return Shapes.node();
        var copy = body.deepCopy();
        if (copy instanceof ObjectNode node)
            SECRETS.stream().filter(node::has).forEach(secret -> node.put(secret, "*****"));
        return copy;
    }

    private Operator operator(Incoming request) {
        var token = request.bearer();
        if (token == null)
            throw Refusal.unauthorized("Missing authentication");
        try {
            var jwt = SignedJWT.parse(token);
            if (!core.keys().signed(jwt))
                throw Refusal.unauthorized("Invalid signature received for JSON Web Token validation");
            var claims = jwt.getJWTClaimsSet();
            if (claims.getExpirationTime() == null || !claims.getExpirationTime().toInstant().isAfter(core.now()))
                throw Refusal.unauthorized("Expired token received for JSON Web Token validation");
            if (!claims.getAudience().contains(core.managementAudience()))
                throw Refusal.unauthorized("Bad audience: " + String.join(", ", claims.getAudience()));
            if (!core.issuer().equals(claims.getIssuer()))
                throw Refusal.unauthorized("Invalid token.");
            return Operator.of(claims);
        } catch (ParseException e) {
            throw Refusal.unauthorized("Invalid token.");
        }
    }

    private static void check(Operator operator, List<String> permissions) {
        if (permissions.stream().noneMatch(operator.scopes()::contains))
            throw Refusal.management(403, "Insufficient scope, expected any of: " + String.join(",", permissions),
                    "insufficient_scope");
    }
}
