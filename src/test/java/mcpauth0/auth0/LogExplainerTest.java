package mcpauth0.auth0;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import mcpauth0.diagnose.login.LogCause;
import mcpauth0.diagnose.login.LogFollower;
import mcpauth0.diagnose.login.LogStory;
import mcpauth0.http.Json;
import mcpauth0.oauth.AuthMethod;
import mcpauth0.oauth.Login;
import mcpauth0.oauth.LoginOutcome;
import mcpauth0.oauth.LoginRequest;
import mcpauth0.oauth.LoopbackPorts;
import mcpauth0.oauth.RegisteredClient;
import mcpauth0.oauth.ServerMetadata;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A login whose browser never comes back: the tenant's log says why, while the callback is still waited for. */
class LogExplainerTest {

    private static final String RESOURCE = "https://mcp.example.com/mcp";

    private static JsonNode recorded() throws IOException {
        try (var in = LogExplainerTest.class.getResourceAsStream("login-events.json")) {
            return Json.parse(in.readAllBytes()).orElseThrow();
        }
    }

    private record Told(LoginOutcome outcome, @Nullable LogStory story) {
    }

    @Test
    void everyEventBecomesItsCauseAndNoLoginGetsAnothersEvent() throws Exception {
        var recorded = recorded();
        var log = new ScriptedLog()
                .write(ScriptedLog.event("{\"type\":\"f\",\"client_id\":\"tpc_0\",\"description\":\"old\"}"));
        var atThePage = new CountDownLatch(recorded.size());
        var told = new LinkedHashMap<String, Future<Told>>();
        try (var scripted = new ScriptedTenant(); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tenant = ScriptedLog.tenant(scripted, log);
            for (var n = 0; n < recorded.size(); n++) {
                var each = recorded.get(n);
                var client = "tpc_" + (n + 1);
                told.put(each.path("cause").asText(),
                        threads.submit(login(scripted, tenant, client, atThePage, each, log)));
            }
            for (var each : told.entrySet()) {
                var cause = Objects.requireNonNull(each.getValue().get().story()).cause();
                assertThat(cause.id()).isEqualTo(each.getKey());
                assertThat(each.getValue().get().outcome()).as(each.getKey())
                        .isInstanceOf(cause.ends() ? LoginOutcome.ErrorPage.class : LoginOutcome.NoAnswer.class);
            }
        }
    }

    private static ObjectNode denied(String date, String who, String redirect, String references) {
        return ScriptedLog.event("""
            {'date':'%s','type':'f','description':'Sign-in of %s: access denied','client_id':'shared',
            'client_name':'Claude','details':{'error':{'message':'Sign-in of %s: access denied',
            'oauthError':'access_denied'},'qs':{'redirect_uri':'%s'}},'references':{%s}}"""
                .formatted(date, who, who, redirect, references).replace('\'', '"'));
    }

    /** A login with that client whose person never comes back, while others write into the log. */
    private static Told follow(RegisteredClient client, ScriptedTenant scripted, Tenant tenant, LoopbackPorts ports,
            List<LogStory> heard, Consumer<LoginRequest> others) {
        var issuer = scripted.domain().issuer();
        var server = new ServerMetadata(Json.object().put("issuer", issuer)
                .put("authorization_endpoint", issuer + "authorize").put("token_endpoint", issuer + "oauth/token"));
        var request = LoginRequest.of(server, client, RESOURCE, List.of()).within(Duration.ofSeconds(3));
        var follower = new LogFollower(_ -> others.accept(request), Logs.of(tenant).orElseThrow(), request, null,
                LogFollower.ear(() -> {
                }, heard::add));
        var outcome = new Login(scripted.http, ports).run(request, follower);
        return new Told(outcome, follower.story().orElse(null));
    }

    @Test
    void whatMayBeSomebodyElsesSignInWithASharedClientIsInDoubtAndEndsNothing() throws Exception {
        var log = new ScriptedLog().write(denied("2026-11-02T09:00:00.000Z", "old", "https://x.dev", ""));
        try (var scripted = new ScriptedTenant()) {
            var tenant = ScriptedLog.tenant(scripted, log);
            var ports = LoopbackPorts.free();
            var shared = new RegisteredClient(scripted.domain().issuer(), "shared", null, AuthMethod.NONE,
                    ports.redirectUris(), Json.object());
            var back = ports.redirectUris().getFirst();
            var heard = new ArrayList<LogStory>();

            var told = follow(shared, scripted, tenant, ports, heard, _ -> log
                    .write(denied("2026-11-02T08:59:59.000Z", "earlier", back, ""))
                    .write(denied("2026-11-02T09:00:01.000Z", "marked", back, "'correlation_id':'another'"))
                    .write(denied("2026-11-02T09:00:01.000Z", "elsewhere", "https://claude.ai/back", ""))
                    .write(denied("2026-11-02T09:00:02.000Z", "near", back, "")));

            assertThat(told.outcome()).as("it is waited for all the same").isInstanceOf(LoginOutcome.NoAnswer.class);
            assertThat(heard).singleElement().isEqualTo(told.story()).satisfies(story -> {
                assertThat(story.event().words()).contains("near");
                assertThat(story.sure()).isFalse();
                assertThat(story.key("cause")).isEqualTo("log.doubtful.cause");
            });

            heard.clear();
            var own = follow(shared, scripted, tenant, ports, heard, request -> log
                    .write(denied("2026-11-02T09:00:03.000Z", "ours", back,
                            "'correlation_id':'" + request.correlationId() + "'"))
                    .write(denied("2026-11-02T09:00:04.000Z", "near", back, "")));
            assertThat(own.outcome()).isInstanceOf(LoginOutcome.ErrorPage.class);
            assertThat(own.story()).satisfies(story -> {
                assertThat(story.event().words()).contains("ours");
                assertThat(story.sure()).isTrue();
                assertThat(story.cause()).isEqualTo(LogCause.DENIED_BY_ACTION);
            });
        }
    }

    /** Its event is written once everybody is at the page, so that all events stand in the log of each. */
    private static Callable<Told> login(ScriptedTenant scripted, Tenant tenant, String client, CountDownLatch atThePage,
            JsonNode recorded, ScriptedLog log) {
        return () -> {
            var issuer = scripted.domain().issuer();
            var server = new ServerMetadata(Json.object().put("issuer", issuer)
                    .put("authorization_endpoint", issuer + "authorize").put("token_endpoint", issuer + "oauth/token"));
            var ports = LoopbackPorts.free();
            var redirects = ports.redirectUris();
            var known = new RegisteredClient(issuer, client, null, AuthMethod.NONE, redirects,
                    Json.object().put("client_id", client));
            var ends = !List.of("wrong-password", "unknown-user", "leaked-password", "second-factor", "callback-lost")
                    .contains(recorded.path("cause").asText());
            var request = LoginRequest.of(server, known, RESOURCE, List.of())
                    .within(ends ? Duration.ofMinutes(5) : Duration.ofSeconds(3));
            var follower = new LogFollower(url -> {
                assertThat(url).contains("correlation_id=" + request.correlationId());
                atThePage.countDown();
                try {
                    atThePage.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                log.write(ScriptedLog.event(recorded.path("event"), client, request.correlationId()));
            }, Logs.of(tenant).orElseThrow(), request, null, LogFollower.Ear.DEAF);
            var outcome = new Login(scripted.http, ports).run(request, follower);
            return new Told(outcome, follower.story().orElseThrow());
        };
    }
}
