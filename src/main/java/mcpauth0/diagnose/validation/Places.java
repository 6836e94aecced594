package mcpauth0.diagnose.validation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import mcpauth0.diagnose.Look;
import mcpauth0.diagnose.validation.Trials.Trial;
import mcpauth0.http.Json;
import mcpauth0.http.Request;
import mcpauth0.oauth.AccessToken;
import mcpauth0.oauth.mcp.McpCall;
import mcpauth0.setup.Secret;

/**
 * Brings a token elsewhere than in the header (RFC 6750 §2.2, §2.3, which MCP forbids). A worthless one is enough: who
 * calls it bad has read it. The genuine one goes there only where it runs out within minutes, because it will stand in the
 * logs of the server and of everything before it.
 */
final class Places {

    /** How the variants with the genuine token end. */
    static final String GENUINE = "-genuine";

    private static final Duration BRIEF = Duration.ofMinutes(10);

    private final Look look;
    private final Supplier<McpCall> call;
    private final AccessToken genuine;
    private final boolean brief;

    Places(Look look, Supplier<McpCall> call, AccessToken genuine) {
        this.look = look;
        this.call = call;
        this.genuine = genuine;
        this.brief = brief(genuine, look.http().network().clock().instant());
    }

    /** Whether it runs out within minutes. */
    static boolean brief(AccessToken token, Instant now) {
        var expires = token.expires();
        return expires != null && !expires.isAfter(now.plus(BRIEF));
    }

    void send(Rounds rounds) throws InterruptedException {
        rounds.calls(Forgery.IN_THE_ADDRESS, trials(Map.of("query", Places::inQuery)));
        var others = new LinkedHashMap<String, BiFunction<Request, String, Request>>();
        others.put("form", Places::inForm);
        others.put("json", Places::inJson);
        others.put("cookie", (request, token) -> request.with("Cookie", "access_token=" + token));
        rounds.calls(Forgery.IN_BODY_OR_COOKIE, trials(others));
    }

    private List<Callable<Trial>> trials(Map<String, BiFunction<Request, String, Request>> places) {
        var trials = new ArrayList<Callable<Trial>>();
        for (var place : places.entrySet()) {
            trials.add(() -> tried(place.getKey(), place.getValue(), Forger.worthless()));
            if (brief)
                trials.add(() -> tried(place.getKey() + GENUINE, place.getValue(), genuine.value()));
        }
        return trials;
    }

    private Trial tried(String variant, BiFunction<Request, String, Request> place, Secret token) {
        return new Trial(variant,
                call.get().send(look.http(), request -> place.apply(request, token.reveal())));
    }

    private static Request inQuery(Request request, String token) {
        return request.withUrl(request.url() + (request.url().contains("?") ? "&" : "?") + "access_token="
                + URLEncoder.encode(token, StandardCharsets.UTF_8));
    }

    private static Request inForm(Request request, String token) {
        return request.without("Content-Type").with("Content-Type", "application/x-www-form-urlencoded")
                .withBody("access_token=" + URLEncoder.encode(token, StandardCharsets.UTF_8));
    }

    private static Request inJson(Request request, String token) {
        return Json.parse(request.bodyText()).orElse(null) instanceof ObjectNode body
                ? request.withBody(Json.write(body.put("access_token", token)))
                : request;
    }
}
