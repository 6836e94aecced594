package mcpauth0.auth0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import mcpauth0.auth0.ManagementAccess.Entry;
import mcpauth0.http.Failure;
import mcpauth0.http.FailureException;
import mcpauth0.http.Json;
import mcpauth0.plan.Change;
import mcpauth0.setup.Secret;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Work that lasts longer than a token. */
class RenewalTest {

    static final String EXPIRED = "{\"statusCode\":401,\"error\":\"Unauthorized\",\"message\":\"Expired token received for JSON Web Token validation\",\"attributes\":{\"error\":\"Expired token received for JSON Web Token validation\"}}";
    private static final Instant START = Instant.parse("2026-11-23T05:00:00Z");
    private static final Change.Call READ = new Change.Call("GET", "tenants/settings", null);
    private static final Change.Call WRITE = new Change.Call("PATCH", "tenants/settings",
            Json.object().put("default_audience", "a"));

    private static final String LIMIT = "{\"statusCode\":429,\"error\":\"Too Many Requests\",\"message\":\"Global limit has been reached\"}";

    private volatile Instant now = START;
    @SuppressWarnings("NullAway.Init")
    private ScriptedTenant scripted;
    private RateLimits.Pause pause = duration -> scripted.pauses.add(duration);

    @BeforeEach
    void start() throws Exception {
        scripted = new ScriptedTenant(clock());
    }

    @AfterEach
    void stop() {
        scripted.close();
    }

    /** Time passes when the test says so. */
    private Clock clock() {
        InstantSource source = () -> now;
        return source.withZone(ZoneOffset.UTC);
    }

    private String token(String mark, String scope) {
        var domain = scripted.domain().value();
        return Tokens.of("https://" + domain + "/", List.of("https://" + domain + "/api/v2/", mark),
                START.plus(Duration.ofDays(9)), scope);
    }

    private void give(String token, int seconds) {
        scripted.answer(200, "{\"access_token\":\"" + token + "\",\"expires_in\":" + seconds + "}");
    }

    private Tenant application(String token, int seconds) throws Exception {
        give(token, seconds);
        if (!(ManagementAccess.open(scripted.http, scripted.domain(),
                new Credentials.Application("id", Secret.of("secret"))) instanceof Entry.Open(var tenant)))
            throw new AssertionError("not let in");
        scripted.server.takeRequest();
        return tenant;
    }

    private Tenant pasted(String token) throws Exception {
        scripted.answer(200, "{}");
        if (!(ManagementAccess.open(scripted.http, scripted.domain(),
                new Credentials.Token(Secret.of(token))) instanceof Entry.Open(var tenant)))
            throw new AssertionError("not let in");
        scripted.server.takeRequest();
        return tenant;
    }

    private String next() throws Exception {
        var request = scripted.server.takeRequest();
        var bearer = request.getHeaders().get("Authorization");
        return request.getMethod() + " " + request.getUrl().encodedPath()
                + (bearer == null ? "" : " " + bearer.substring(7));
    }

    private static Failure failure(ThrowingCallable call) {
        return catchThrowableOfType(FailureException.class, call).failure();
    }

    @Test
    void aTokenIsRenewedAMinuteBeforeItRunsOutAndItsPermissionsCount() throws Exception {
        var old = token("old", "read:clients update:clients");
        var fresh = token("new", "read:clients read:logs");
        var tenant = application(old, 3600);
        now = START.plusSeconds(3600 - 61);
        scripted.answer(200, "{}");
        tenant.call(READ);
        assertThat(next()).isEqualTo("GET /api/v2/tenants/settings " + old);
        now = START.plusSeconds(3600 - 60);
        give(fresh, 3600);
        scripted.answer(200, "{}");
        scripted.answer(200, "{}");
        tenant.call(WRITE);
        tenant.call(READ);
        assertThat(next()).isEqualTo("POST /oauth/token");
        assertThat(next()).isEqualTo("PATCH /api/v2/tenants/settings " + fresh);
        assertThat(next()).isEqualTo("GET /api/v2/tenants/settings " + fresh);
        assertThat(tenant.permissions()).containsExactlyInAnyOrder("read:clients", "read:logs");
        assertThat(tenant.expires()).isEqualTo(now.plusSeconds(3600));
    }

    @Test
    void aShortTokenIsNotRenewedAtOnce() throws Exception {
        var tenant = application(token("old", ""), 30);
        now = START.plusSeconds(23);
        scripted.answer(200, "{}");
        tenant.call(READ);
        assertThat(next()).startsWith("GET ");
        now = START.plusSeconds(24);
        give(token("new", ""), 30);
        scripted.answer(200, "{}");
        tenant.call(READ);
        assertThat(next()).isEqualTo("POST /oauth/token");
    }

    @Test
    void whatWasRefusedBecauseTheTokenRanOutIsSentAgainOnceReadOrWritten() throws Exception {
        var old = token("old", "");
        var fresh = token("new", "");
        var tenant = application(old, 3600);
        for (var call : List.of(READ, WRITE)) {
            scripted.answer(401, EXPIRED);
            give(fresh, 3600);
            scripted.answer(200, "{}");
            tenant.call(call);
            assertThat(next()).startsWith(call.method() + " ");
            assertThat(next()).isEqualTo("POST /oauth/token");
            assertThat(next()).isEqualTo(call.method() + " /api/v2/tenants/settings " + fresh);
        }
        scripted.answer(401, EXPIRED);
        give(old, 3600);
        scripted.answer(401, EXPIRED);
        assertThat(failure(() -> tenant.call(WRITE))).isEqualTo(new Failure.Refused(401, EXPIRED));
    }

    @Test
    void anotherRefusalRenewsNothing() throws Exception {
        var tenant = application(token("old", ""), 3600);
        scripted.answer(401, "{\"statusCode\":401,\"message\":\"Invalid token.\"}");
        assertThat(failure(() -> tenant.call(READ))).isInstanceOf(Failure.Refused.class);
        assertThat(scripted.server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void whileTheOldTokenIsGoodAFailedRenewalStopsNothing() throws Exception {
        var old = token("old", "");
        var tenant = application(old, 3600);
        now = START.plusSeconds(3570);
        scripted.answer(503, "");
        scripted.answer(200, "{}");
        scripted.answer(200, "{}");
        tenant.call(READ);
        tenant.call(READ);
        assertThat(next()).isEqualTo("POST /oauth/token");
        assertThat(next()).isEqualTo("GET /api/v2/tenants/settings " + old);
        assertThat(next()).as("not asked again at once").startsWith("GET ");
        now = START.plusSeconds(3600);
        scripted.answer(403,
                "{\"error\":\"access_denied\",\"error_description\":\"Client is not authorized to access \\\"x\\\".\"}");
        assertThat(failure(() -> tenant.call(WRITE))).isEqualTo(new Failure.Locked(
                Failure.Locked.Why.NOT_RENEWED, "Client is not authorized to access \"x\"."));
        assertThat(next()).as("nothing is written without a token").isEqualTo("POST /oauth/token");
        assertThat(scripted.server.getRequestCount()).isEqualTo(5);
    }

    /** One whose token ran out just now, and that waits as long as it is told in no time. */
    private Tenant ranOut() {
        now = START.plusSeconds(3600);
        var application = new Credentials.Application("id", Secret.of("secret"));
        var old = new ManagementToken.Good(Secret.of("old"), Set.of(), now);
        return new Tenant(scripted.domain(), new Management(scripted.http, scripted.domain(),
                new Pass(old, new TokenFetcher(scripted.http, scripted.domain(), application), clock()), pause));
    }

    @Test
    void aLimitOnRequestsAtRenewalIsWaitedForAsItsHeadersSay() throws Exception {
        var tenant = ranOut();
        var told = new ArrayList<Duration>();
        tenant.onPause(told::add);
        scripted.answer(429, LIMIT, "Retry-After", "3");
        scripted.answer(429, "slow down", "x-ratelimit-reset", "1700000007", "Date", "Tue, 14 Nov 2023 22:13:20 GMT");
        scripted.answer(429, LIMIT);
        var fresh = token("new", "");
        give(fresh, 3600);
        scripted.answer(200, "{}");
        tenant.call(WRITE);
        assertThat(scripted.pauses).containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(7),
                Duration.ofSeconds(1));
        assertThat(told).isEqualTo(scripted.pauses);
        for (var n = 0; n < 4; n++)
            assertThat(next()).isEqualTo("POST /oauth/token");
        assertThat(next()).isEqualTo("PATCH /api/v2/tenants/settings " + fresh);
    }

    @Test
    void aLimitThatLastsTooLongAndAUsedUpQuotaAreNotCalledARefusedKey() {
        var tenant = ranOut();
        scripted.answer(429, LIMIT, "Retry-After", "30");
        scripted.answer(429, LIMIT, "Retry-After", "31");
        assertThat(failure(() -> tenant.call(WRITE))).isEqualTo(new Failure.Locked(Failure.Locked.Why.BUSY, ""));
        assertThat(scripted.pauses).containsExactly(Duration.ofSeconds(30));
        scripted.answer(429, "{\"error\":\"too_many_requests\",\"error_description\":\"Client quota exceeded\"}",
                "Retry-After", "3");
        assertThat(failure(() -> tenant.call(WRITE))).isEqualTo(new Failure.Locked(Failure.Locked.Why.QUOTA, ""));
        assertThat(scripted.server.getRequestCount()).as("nothing was written").isEqualTo(3);
    }

    @Test
    void waitingForATokenCanBeCancelled() {
        pause = _ -> {
            throw new InterruptedException();
        };
        var tenant = ranOut();
        scripted.answer(429, LIMIT, "Retry-After", "3");
        assertThat(failure(() -> tenant.call(WRITE))).isInstanceOf(Failure.Cancelled.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(scripted.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void whileTheOldTokenIsGoodALimitIsNotWaitedForAndNotTriedBeforeItsTime() throws Exception {
        var tenant = application(token("old", ""), 3600);
        now = START.plusSeconds(3550);
        scripted.answer(429, LIMIT, "Retry-After", "20");
        scripted.answer(200, "{}");
        tenant.call(READ);
        now = START.plusSeconds(3569);
        scripted.answer(200, "{}");
        tenant.call(READ);
        now = START.plusSeconds(3570);
        give(token("new", ""), 3600);
        scripted.answer(200, "{}");
        tenant.call(READ);
        assertThat(next()).isEqualTo("POST /oauth/token");
        assertThat(next()).startsWith("GET ");
        assertThat(next()).startsWith("GET ");
        assertThat(next()).isEqualTo("POST /oauth/token");
    }

    @Test
    void anotherTenantsTokenIsNotTakenOnRenewalEither() throws Exception {
        var tenant = application(token("old", ""), 3600);
        now = START.plusSeconds(3600);
        give(Tokens.of("other.eu.auth0.com", START.plus(Duration.ofDays(9))), 3600);
        assertThat(failure(() -> tenant.call(WRITE)))
                .isEqualTo(new Failure.Locked(Failure.Locked.Why.NOT_RENEWED, "other-tenant"));
    }

    @Test
    void aPastedTokenThatRunsOutSaysSo() throws Exception {
        var tenant = pasted(token("old", ""));
        scripted.answer(401, EXPIRED);
        assertThat(failure(() -> tenant.call(WRITE))).isEqualTo(
                new Failure.Locked(Failure.Locked.Why.RAN_OUT, "2026-12-02T05:00:00Z"));
        assertThat(scripted.server.getRequestCount()).isEqualTo(2);
    }
}
