package mcpauth0.auth0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mcpauth0.http.Failure;
import mcpauth0.http.FailureException;
import mcpauth0.http.Http;
import mcpauth0.http.Json;
import mcpauth0.plan.Change;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How calls are carried when the tenant limits, hiccups or pages. */
class ManagementTest {

    private static final String SETTINGS = "tenants/settings";
    private static final Change.Call WRITE = new Change.Call("PATCH", SETTINGS, Json.object().put("a", 1));

    @SuppressWarnings("NullAway.Init")
    private ScriptedTenant scripted;

    @BeforeEach
    void start() throws Exception {
        scripted = new ScriptedTenant();
    }

    @AfterEach
    void stop() {
        scripted.close();
    }

    private static Failure failure(ThrowingCallable call) {
        return catchThrowableOfType(FailureException.class, call).failure();
    }

    @Test
    void aLimitIsWaitedForByTheServersOwnClock() throws Exception {
        var told = new ArrayList<Duration>();
        var management = scripted.management();
        management.onPause(told::add);
        scripted.answer(429, "{}", "Retry-After", "3");
        scripted.answer(429, "{}", "x-ratelimit-reset", "1700000007", "Date", "Tue, 14 Nov 2023 22:13:20 GMT");
        scripted.answer(429, "{}");
        scripted.answer(200, "{\"a\":1}");
        assertThat(management.send(WRITE).path("a").asInt()).isEqualTo(1);
        assertThat(scripted.pauses).containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(7),
                Duration.ofSeconds(1));
        assertThat(told).isEqualTo(scripted.pauses);
    }

    @Test
    void aLimitThatLastsTooLongIsNotWaitedFor() {
        scripted.answer(429, "{\"message\":\"Global limit has been reached\"}", "Retry-After", "61");
        assertThat(failure(() -> scripted.management().get("clients")))
                .isEqualTo(new Failure.Refused(429, "{\"message\":\"Global limit has been reached\"}"));
        assertThat(scripted.pauses).isEmpty();
    }

    @Test
    void whenTheAllowanceIsUsedUpTheNextCallWaitsBeforeItIsRefused() throws Exception {
        var management = scripted.management();
        scripted.answer(200, "{}", "x-ratelimit-remaining", "0", "x-ratelimit-reset", "1700000002", "Date",
                "Tue, 14 Nov 2023 22:13:20 GMT");
        scripted.answer(200, "{}", "x-ratelimit-remaining", "1");
        scripted.answer(200, "{}");
        management.get(SETTINGS);
        management.get(SETTINGS);
        management.get(SETTINGS);
        assertThat(scripted.pauses).singleElement()
                .satisfies(pause -> assertThat(pause).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2)));
    }

    @Test
    void readingIsTriedTwiceAndWritingOnce() throws Exception {
        scripted.answer(502, "");
        scripted.answer(200, "{\"a\":1}");
        assertThat(scripted.management().get(SETTINGS).path("a").asInt()).isEqualTo(1);
        scripted.hangUp();
        scripted.answer(200, "{\"a\":2}");
        assertThat(scripted.management().get(SETTINGS).path("a").asInt()).isEqualTo(2);
        scripted.answer(502, "no");
        scripted.answer(503, "no");
        assertThat(failure(() -> scripted.management().get(SETTINGS))).isEqualTo(new Failure.Refused(503, "no"));
        var before = scripted.server.getRequestCount();
        scripted.answer(502, "no");
        assertThat(failure(() -> scripted.management().send(WRITE))).isEqualTo(new Failure.Refused(502, "no"));
        scripted.hangUp();
        assertThat(failure(() -> scripted.management().send(WRITE))).isInstanceOf(Failure.Unreachable.class);
        assertThat(scripted.server.getRequestCount()).isEqualTo(before + 2);
    }

    @Test
    void aRedirectTakesTheTokenNowhere() {
        scripted.answer(302, "", "Location", "https://localhost:" + scripted.server.getPort() + "/elsewhere");
        assertThat(failure(() -> scripted.management().get("clients")))
                .isInstanceOfSatisfying(Failure.Refused.class, refused -> assertThat(refused.status()).isEqualTo(302));
        assertThat(scripted.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aListIsReadToItsLastPage() throws Exception {
        scripted.answer(200, "{\"total\":3,\"clients\":[{\"n\":1},{\"n\":2}]}");
        scripted.answer(200, "{\"total\":3,\"clients\":[{\"n\":3}]}");
        assertThat(scripted.management().all("clients", "clients", "fields=n"))
                .extracting(item -> item.path("n").asInt())
                .containsExactly(1, 2, 3);
        assertThat(scripted.server.takeRequest().getTarget())
                .isEqualTo("/api/v2/clients?fields=n&page=0&per_page=100&include_totals=true");
        assertThat(scripted.server.takeRequest().getTarget()).contains("page=1&");
        scripted.answer(200, "[{\"n\":4}]");
        assertThat(scripted.management().all("clients", "clients", "")).hasSize(1);
        scripted.server.takeRequest();
        scripted.answer(200, "{\"connections\":[{\"n\":1}],\"next\":\"a b\"}");
        scripted.answer(200, "{\"connections\":[{\"n\":2}]}");
        assertThat(scripted.management().allFrom("connections", "connections", "")).hasSize(2);
        scripted.server.takeRequest();
        assertThat(scripted.server.takeRequest().getTarget()).isEqualTo("/api/v2/connections?from=a%20b&take=100");
        scripted.answer(200, "{\"error\":1}");
        assertThat(failure(() -> scripted.management().all("clients", "clients", "")))
                .isInstanceOf(Failure.Malformed.class);
    }

    @Test
    void aBodyIsSentAsItWasApproved() throws Exception {
        var bodies = List.of("{\"is_domain_connection\":true}", "{\"no_such_field\":{\"a\":null}}",
                "{\"options\":null}");
        for (var body : bodies) {
            scripted.answer(200, "{\"id\":null,\"more\":1}");
            assertThat(scripted.management()
                    .send(new Change.Call("PATCH", "connections/con_1", Json.parse(body).orElseThrow())))
                    .hasToString("{\"id\":null,\"more\":1}");
            var request = scripted.server.takeRequest();
            assertThat(request.getBody().utf8()).isEqualTo(body);
            assertThat(request.getTarget()).isEqualTo("/api/v2/connections/con_1");
            assertThat(request.getHeaders().values("User-Agent")).containsExactly(Http.userAgent());
            assertThat(request.getHeaders().values("Authorization")).containsExactly("Bearer token");
            assertThat(request.getHeaders().get("X-Fern-Language") == null).as("without the library")
                    .isEqualTo(body.contains("options"));
        }
    }

    @Test
    void aMissingPermissionIsToldApartFromAMissingSubscription() {
        assertThat(missing("Insufficient scope, expected any of: read:clients,read:client_summary"))
                .containsExactly("read:clients", "read:client_summary");
        assertThat(missing("Insufficient scope; expected any of: delete:clients")).containsExactly("delete:clients");
        assertThat(missing("Please upgrade your subscription to enable Akamai Signals.")).isEmpty();
        assertThat(Permissions.missing(new Failure.Refused(403, "<html>"))).isEmpty();
    }

    private static List<String> missing(String message) {
        return Permissions.missing(new Failure.Refused(403, Json.write(Json.object().put("statusCode", 403)
                .put("message", message).put("errorCode", "insufficient_scope"))));
    }
}
