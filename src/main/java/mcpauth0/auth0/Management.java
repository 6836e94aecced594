package mcpauth0.auth0;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import mcpauth0.http.Answer;
import mcpauth0.http.Failure;
import mcpauth0.http.FailureException;
import mcpauth0.http.Http;
import mcpauth0.plan.Change;
import mcpauth0.setup.Secret;
import mcpauth0.setup.TenantDomain;
import org.jspecify.annotations.Nullable;

/**
 * Carries calls to one tenant's Management API, with its token, and to nowhere else. One call at a time.
 *
 * <p>{@link Library} sends them; here is what surrounds a call: pages, limits on the rate of requests, and what may be
 * sent a second time.
 */
final class Management {

    private static final int PAGE = 100;

    private final Http http;
    private final TenantDomain domain;
    private final Pass pass;
    private final RateLimits limits;
    private @Nullable Library library;
    private @Nullable Secret shown;
    private Duration ahead = Duration.ZERO;
    private Instant since = Instant.EPOCH;

    Management(Http http, TenantDomain domain, Pass pass, RateLimits.Pause pause) {
        this.http = http;
        this.domain = domain;
        this.pass = pass;
        this.limits = new RateLimits(http.network().clock(), pause);
    }

    Pass pass() {
        return pass;
    }

    Http http() {
        return http;
    }

    /** Empty before the first call. */
    synchronized String clientId() {
        var sending = library;
        return sending == null ? "" : sending.clientId();
    }

    void onPause(Consumer<Duration> newListener) {
        limits.onPause(newListener);
    }

    /** The answer's JSON, or a missing node where it has none (204). */
    JsonNode send(Change.Call call) throws FailureException {
        var answer = exchange(call);
        if (answer.body().length == 0)
            return MissingNode.getInstance();
        return answer.json().orElseThrow(() -> new Failure.Malformed("json", call.path()).asException(null));
    }

    JsonNode get(String path) throws FailureException {
        return send(new Change.Call("GET", path, null));
    }

    /** Every item of a list, with as few requests as it has pages of {@value #PAGE}. */
    List<JsonNode> all(String path, String key, String query) throws FailureException {
        var items = new ArrayList<JsonNode>();
        for (var page = 0;; page++) {
            var answer = get(path + "?" + query + (query.isEmpty() ? "" : "&") + "page=" + page + "&per_page=" + PAGE
                    + "&include_totals=true");
            var found = answer.isArray() ? answer : answer.path(key);
            if (!found.isArray())
                throw new Failure.Malformed("list", path).asException(null);
            found.forEach(items::add);
            if (found.isEmpty() || (answer.has("total")
                    ? items.size() >= answer.path("total").asInt()
                    : found.size() < PAGE))
                return items;
        }
    }

    /** Every item of a list that hands out a token for the next page, for lists beyond the reach of page numbers. */
    List<JsonNode> allFrom(String path, String key, String query) throws FailureException {
        var items = new ArrayList<JsonNode>();
        var next = "";
        do {
            var answer = get(path + "?" + query + (query.isEmpty() ? "" : "&") + "take=" + PAGE
                    + (next.isEmpty() ? "" : "&from=" + URLEncoder.encode(next, StandardCharsets.UTF_8)));
            var found = answer.isArray() ? answer : answer.path(key);
            if (!found.isArray())
                throw new Failure.Malformed("list", path).asException(null);
            found.forEach(items::add);
            next = answer.path("next").asText("");
        } while (!next.isEmpty());
        return items;
    }

    /**
     * A refusal for too many requests, or for a token that has run out, changed nothing, so any call goes again; beyond
     * that only a GET is sent a second time, since nobody knows whether a write whose answer is missing was done.
     */
    private synchronized Answer exchange(Change.Call call) throws FailureException {
        var waited = ahead();
        limits.wait(waited);
        var mayRepeat = call.method().equals("GET");
        var mayRenew = true;
        while (true) {
            var exchange = library().send(call);
            var answer = exchange.answer();
            if (mayRenew && expired(answer)) {
                mayRenew = false;
                pass.expired(limits);
                continue;
            }
            if (answer != null && answer.status() == 429) {
                var next = limits.reset(answer, Duration.ofSeconds(1));
                waited = waited.plus(next);
                if (waited.compareTo(RateLimits.PATIENCE) <= 0) {
                    limits.wait(next);
                    continue;
                }
            }
            if (mayRepeat && passing(answer, exchange.failure())) {
                mayRepeat = false;
                continue;
            }
            var given = exchange.successOrThrow();
            if ("0".equals(given.header("x-ratelimit-remaining"))) {
                since = http.network().clock().instant();
                ahead = shorter(limits.reset(given, Duration.ZERO), RateLimits.interval(given));
            }
            return given;
        }
    }

    /** Speaks with the token of now. */
    private Library library() throws FailureException {
        var token = pass.token(limits);
        var known = library;
        if (known != null && Objects.equals(token, shown))
            return known;
        shown = token;
        var fresh = new Library(http, domain, token);
        library = fresh;
        return fresh;
    }

    private static boolean expired(@Nullable Answer answer) {
        return answer != null && answer.status() == 401
                && answer.json().map(json -> json.path("message").asText()).orElse("").startsWith("Expired token");
    }

    private static boolean passing(@Nullable Answer answer, @Nullable Failure failure) {
        if (answer != null)
            return answer.status() >= 500;
        return switch (failure) {
            case Failure.Unreachable(var reason, var _, var _) ->
                reason == Failure.Unreachable.Reason.RESET || reason == Failure.Unreachable.Reason.REFUSED;
            case Failure.TimedOut _ -> true;
            case Failure.Refused _,Failure.Locked _,Failure.Malformed _,Failure.Cancelled _,Failure.Unexpected _ ->
                false;
            case null -> false;
        };
    }

    /** What is left of the pause that the last answer asked for; a few seconds at most, or the next answer says so. */
    private Duration ahead() {
        var left = ahead.minus(Duration.between(since, http.network().clock().instant()));
        ahead = Duration.ZERO;
        return left.isNegative() || left.compareTo(Duration.ofSeconds(5)) > 0 ? Duration.ZERO : left;
    }

    private static Duration shorter(Duration one, @Nullable Duration other) {
        return other != null && other.compareTo(one) < 0 ? other : one;
    }
}
