package mcpauth0.auth0;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import mcpauth0.auth0.ManagementAccess.Entry.Closed;
import mcpauth0.http.Answer;
import mcpauth0.http.Failure;
import mcpauth0.http.Http;
import mcpauth0.http.Request;
import mcpauth0.setup.Secret;
import mcpauth0.setup.TenantDomain;
import org.jspecify.annotations.Nullable;

/** Asks a tenant for Management API tokens in the name of an application, one request each. */
final class TokenFetcher {

    private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final Duration CLOCKS_MAY_DIFFER = Duration.ofMinutes(1);

    /** What came of it. */
    sealed interface Fetched {

        record Given(ManagementToken.Good token) implements Fetched {
        }

        /** The tenant does not want to. {@code words} are its own. */
        record Denied(Closed why, String words) implements Fetched {
        }

        /**
         * The tenant gives no more for now, whoever asks.
         *
         * @param quota whether it is the number of tokens that is used up, which takes long; else it answers too many requests
         */
        record Limited(boolean quota, Answer answer) implements Fetched {
        }

        /** Nobody could be asked. */
        record Failed(Failure failure) implements Fetched {
        }
    }

    private final Http http;
    private final TenantDomain domain;
    private final Credentials application;

    /** @param application one of the two kinds of application */
    TokenFetcher(Http http, TenantDomain domain, Credentials application) {
        this.http = http;
        this.domain = domain;
        this.application = application;
    }

    Fetched fetch() {
        var exchange = http.send(switch (application) {
            case Credentials.Application(var id, var secret) ->
                request(domain, id, secret, domain.managementAudience());
            case Credentials.KeyApplication(var id, var key) -> request(domain, domain.managementAudience(),
                    "client_id=" + encoded(id) + "&client_assertion_type=" + encoded(ASSERTION_TYPE)
                            + "&client_assertion="
                            + encoded(key.assertion(id, domain, http.network().clock().instant())));
            case Credentials.Token _ -> throw new IllegalStateException("a pasted token is not fetched");
        });
        var answer = exchange.answer();
        if (answer == null) {
            var failure = exchange.failure();
            return new Fetched.Failed(failure == null ? new Failure.Unexpected(new IllegalStateException()) : failure);
        }
        var json = answer.json().filter(JsonNode::isObject).orElse(null);
        var understood = json != null && (json.has("access_token") || json.has("error"));
        if (answer.status() >= 500)
            return new Fetched.Failed(new Failure.Refused(answer.status(), answer.text()));
        if (answer.status() == 429)
            return new Fetched.Limited(json != null && words(json).contains("quota"), answer);
        if (json == null || !understood)
            return denied("not-a-tenant", "", domain.value());
        return answer.ok() ? given(json) : refused(answer, json);
    }

    /** The request of RFC 6749 §4.4 with Auth0's {@code audience}. */
    static Request request(TenantDomain domain, String id, Secret secret, String audience) {
        return request(domain, audience,
                "client_id=" + encoded(id) + "&client_secret=" + encoded(secret.reveal()));
    }

    private static Request request(TenantDomain domain, String audience, String proof) {
        return Request.post(domain.issuer() + "oauth/token", "application/x-www-form-urlencoded",
                "grant_type=client_credentials&" + proof + "&audience=" + encoded(audience))
                .with("Accept", "application/json");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** How long it is good is taken from the answer, so that a wrong clock on this computer does no harm. */
    private Fetched given(JsonNode json) {
        return switch (ManagementToken.examine(json.path("access_token").asText(), domain)) {
            case ManagementToken.Good good -> {
                var seconds = json.path("expires_in").asLong(0);
                yield new Fetched.Given(seconds <= 0
                        ? good
                        : good.until(http.network().clock().instant().plusSeconds(seconds)));
            }
            case ManagementToken.Bad(var why) -> new Fetched.Denied(why, "");
        };
    }

    private static String words(JsonNode json) {
        var description = json.path("error_description").asText(json.path("message").asText());
        return description.isEmpty() ? json.path("error").asText() : description;
    }

    private Fetched refused(Answer answer, JsonNode json) {
        var words = words(json);
        if (words.startsWith("Service not enabled within domain"))
            return denied("custom-domain", words, domain.value());
        if (words.startsWith("Client is not authorized to access"))
            return denied("not-authorized", words, domain.managementAudience());
        if (words.startsWith("Client has not been granted scopes"))
            return denied("not-granted", words, words.substring(words.indexOf(':') + 1).strip());
        if (words.startsWith("No audience parameter"))
            return denied("no-audience", words);
        if (words.startsWith("Grant type 'client_credentials' not allowed"))
            return denied("grant-type", words);
        if (answer.status() == 401)
            return unknown(answer, words);
        return denied("refused", words, words);
    }

    /** The tenant does not tell what is wrong; where a key was used, the time of day may be. */
    private Fetched unknown(Answer answer, String words) {
        if (!(application instanceof Credentials.KeyApplication))
            return denied("wrong-secret", words);
        var off = off(answer.header("Date"));
        return off.compareTo(CLOCKS_MAY_DIFFER) > 0
                ? denied("clock-wrong", words, String.valueOf(off.toMinutes()))
                : denied("wrong-key", words, words);
    }

    private Duration off(@Nullable String date) {
        if (date == null)
            return Duration.ZERO;
        try {
            var there = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return Duration.between(there, http.network().clock().instant()).abs();
        } catch (DateTimeException _) {
            return Duration.ZERO;
        }
    }

    private static Fetched denied(String id, String words, String... values) {
        return new Fetched.Denied(ManagementAccess.closed(id, values), words);
    }
}
