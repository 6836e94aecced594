package mcpauth0.oauth;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import mcpauth0.http.Exchange;
import mcpauth0.http.Failure;
import mcpauth0.http.Json;
import mcpauth0.http.Request;
import mcpauth0.oauth.LoginOutcome.Cancelled;
import mcpauth0.oauth.LoginOutcome.CouldNotOpen;
import mcpauth0.oauth.LoginOutcome.Denied;
import mcpauth0.oauth.LoginOutcome.Failed;
import mcpauth0.oauth.LoginOutcome.IssuerMismatch;
import mcpauth0.oauth.LoginOutcome.NoAnswer;
import mcpauth0.oauth.LoginOutcome.SignedIn;
import mcpauth0.oauth.LoginOutcome.TokenRefused;
import mcpauth0.oauth.agent.FollowingAgent;
import mcpauth0.setup.Secret;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a login makes of every way in which it can end. */
@Timeout(20)
class LoginTest {

    private static final Duration SHORT = Duration.ofMillis(150);
    /** For a visit on loopback, on a machine that has much to do. */
    private static final Duration ENOUGH = Duration.ofMillis(1500);

    private final LoopbackPorts ports = LoopbackPorts.free();
    private Script script;

    @BeforeEach
    void start() throws IOException {
        script = new Script();
        script.on("/token", Script.json(200,
                "{\"access_token\":\"opaque-value\",\"token_type\":\"Bearer\",\"expires_in\":\"60\",\"scope\":\"a\"}"));
    }

    @AfterEach
    void stop() {
        script.close();
    }

    @Test
    void bothRequestsCarryWhatTheyMust() {
        answer("code=the%2Bcode&iss=" + enc(issuer()));
        var outcome = run(agent());
        assertThat(outcome).isInstanceOf(SignedIn.class);
        var asked = Query.of(script.asked("/authorize").getFirst().getTarget());
        assertThat(asked).containsEntry("resource", List.of("https://MCP.example.com:443/mcp/"))
                .containsEntry("response_type", List.of("code")).containsEntry("scope", List.of("a b"))
                .containsEntry("client_id", List.of("id")).containsEntry("code_challenge_method", List.of("S256"))
                .containsEntry("tenant", List.of("x")).containsEntry("prompt", List.of("consent"));
        assertThat(requireNonNull(Query.first(asked, "state"))).hasSizeGreaterThanOrEqualTo(43);
        var form = Script.form(script.asked("/token").getFirst());
        assertThat(form).containsEntry("resource", List.of("https://MCP.example.com:443/mcp/"))
                .containsEntry("grant_type", List.of("authorization_code")).containsEntry("code", List.of("the+code"))
                .containsEntry("redirect_uri", asked.get("redirect_uri")).containsEntry("client_id", List.of("id"));
        var verifier = new CodeVerifier(requireNonNull(Query.first(form, "code_verifier")));
        assertThat(CodeChallenge.compute(CodeChallengeMethod.S256, verifier).getValue())
                .isEqualTo(Query.first(asked, "code_challenge"));
        var tokens = ((SignedIn) outcome).tokens();
        assertThat(tokens.access().form()).isEqualTo(AccessToken.Form.OPAQUE);
        assertThat(tokens.expiresIn()).isEqualTo(60);
        assertThat(tokens.refresh()).isNull();
    }

    @Test
    void aDenialAtTheCallbackIsTold() {
        answer("error=access_denied&error_description=" + enc("<b>no</b>"));
        var page = new CompletableFuture<Exchange>();
        var outcome = run(
                url -> page.complete(visit(callbackOf(url, "error=access_denied&error_description=%3Cb%3E"))));
        assertThat(outcome).asInstanceOf(type(Denied.class)).returns("access_denied", Denied::error);
        assertThat(outcome.id()).isEqualTo("denied");
        assertThat(text(page.join())).contains("login.page.denied.title")
                .doesNotContain("<b>");
    }

    @Test
    void anotherIssuerIsNeverBelieved() {
        for (var got : List.of("https://evil.example/", issuer() + "/", issuer().toUpperCase(Locale.ROOT))) {
            answer("code=c&iss=" + enc(got));
            assertThat(run(agent())).asInstanceOf(type(IssuerMismatch.class)).returns(got, IssuerMismatch::got)
                    .returns(issuer(), IssuerMismatch::expected);
        }
        answer("error=access_denied&error_description=look&iss=" + enc("https://evil.example/"));
        assertThat(run(agent())).isInstanceOf(IssuerMismatch.class);
        assertThat(script.asked("/token")).isEmpty();
    }

    @Test
    void aMissingIssuerCountsOnlyWhereOneWasPromised() {
        answer("code=c");
        assertThat(login().run(request(metadata(true)), agent())).asInstanceOf(type(IssuerMismatch.class))
                .returns(null, IssuerMismatch::got).returns("issuer-missing", LoginOutcome::id);
        assertThat(script.asked("/token")).isEmpty();
        assertThat(login().run(request(metadata(false)), agent())).isInstanceOf(SignedIn.class);
    }

    @Test
    void aWrongStateNeverEndsTheWait() {
        var pages = new ArrayList<Exchange>();
        var outcome = run(url -> {
            pages.add(visit(callback(url) + "?code=evil&state=wrong"));
            pages.add(visit(callback(url) + "?code=evil"));
            pages.add(visit(callback(url) + "?code=evil&" + state(url) + "&state=wrong"));
            pages.add(visit(callback(url).replace("/callback", "/favicon.ico")));
            pages.add(visit(callbackOf(url, "code=good")));
        });
        assertThat(pages).extracting(Exchange::status).containsExactly(400, 400, 400, 404, 200);
        var signedIn = (SignedIn) outcome;
        assertThat(signedIn.front().strays()).extracting(Callback::state).containsExactly(Callback.State.WRONG,
                Callback.State.MISSING, Callback.State.WRONG);
        assertThat(Script.form(script.asked("/token").getFirst())).containsEntry("code", List.of("good"));
        assertThat(signedIn.front().strays().toString()).doesNotContain("evil");
    }

    @Test
    void onlyWrongStatesEndAsNoAnswerThatTellsOfThem() {
        var outcome = login().run(request(metadata(false)).within(ENOUGH),
                url -> visit(callback(url) + "?code=evil&state=wrong"));
        assertThat(outcome).asInstanceOf(type(NoAnswer.class)).returns("wrong-state", LoginOutcome::id);
        assertThat(((NoAnswer) outcome).front().strays()).hasSize(1);
    }

    @Test
    void aSecondVisitGetsAKindPageAndChangesNothing() throws Exception {
        var second = new CountDownLatch(1);
        var page = new CompletableFuture<Exchange>();
        script.on("/token", _ -> {
            await(second);
            return Script.json(200, "{\"access_token\":\"t\",\"token_type\":\"Bearer\"}");
        });
        var outcome = run(url -> {
            visit(callbackOf(url, "code=first"));
            page.complete(visit(callbackOf(url, "code=second")));
            second.countDown();
        });
        assertThat(outcome).isInstanceOf(SignedIn.class);
        assertThat(page.join()).returns(200, Exchange::status);
        assertThat(text(page.join())).contains("login.page.again.title");
        assertThat(script.asked("/token")).hasSize(1);
        assertThat(Script.form(script.asked("/token").getFirst())).containsEntry("code", List.of("first"));
    }

    @Test
    void aLoginThatIsNeverFinishedEndsInTime() {
        var outcome = login().run(request(metadata(false)).within(SHORT), _ -> {
        });
        assertThat(outcome).asInstanceOf(type(NoAnswer.class)).returns(SHORT, NoAnswer::after);
        assertThat(outcome.id()).isEqualTo("no-answer");
        assertPortsFree();
    }

    @Test
    void cancellingFreesThePortAtOnce() throws Exception {
        var begun = new CountDownLatch(1);
        var agentLeft = new CountDownLatch(1);
        var outcome = new AtomicReference<LoginOutcome>();
        var thread = Thread.ofVirtual().start(() -> outcome.set(run(_ -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                agentLeft.countDown();
            }
        })));
        await(begun);
        thread.interrupt();
        thread.join();
        assertThat(outcome.get()).isInstanceOf(Cancelled.class);
        assertPortsFree();
        await(agentLeft);
    }

    @Test
    void cancellingWhileTheTokenIsOnItsWayCancels() throws Exception {
        var asked = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        script.on("/token", _ -> {
            asked.countDown();
            await(never);
            return Script.json(500, "");
        });
        answer("code=c");
        var outcome = new AtomicReference<LoginOutcome>();
        var thread = Thread.ofVirtual().start(() -> outcome.set(run(agent())));
        await(asked);
        thread.interrupt();
        thread.join();
        never.countDown();
        assertThat(outcome.get()).isInstanceOf(Cancelled.class);
        assertPortsFree();
    }

    @Test
    void theTokenEndpointsErrorsAreKeptApart() {
        answer("code=c");
        script.on("/token", Script.json(403, "{\"error\":\"invalid_grant\",\"error_description\":\"Invalid code\"}"));
        assertThat(run(agent())).asInstanceOf(type(TokenRefused.class)).returns(403, TokenRefused::status)
                .returns("invalid_grant", TokenRefused::error).returns("Invalid code", TokenRefused::description);
        script.on("/token", Script.json(200, "{\"error\":\"invalid_client\"}"));
        assertThat(run(agent())).asInstanceOf(type(TokenRefused.class)).returns(200, TokenRefused::status)
                .returns("invalid_client", TokenRefused::error);
        script.on("/token", Script.html(502, "<title>x</title><p>Bad <b>gateway</b></p>"));
        assertThat(run(agent())).asInstanceOf(type(TokenRefused.class)).returns(null, TokenRefused::error)
                .returns("Bad gateway", TokenRefused::description);
        for (var useless : List.of("{}", "[]", "<html>", "{\"access_token\":\"\"}")) {
            script.on("/token", Script.json(200, useless));
            assertThat(run(agent())).asInstanceOf(type(Failed.class)).extracting(Failed::failure)
                    .isInstanceOf(Failure.Malformed.class);
        }
    }

    @Test
    void anAnswerWithoutExactlyOneCodeIsNoAnswer() {
        for (var odd : List.of("foo=bar", "code=", "code=a&code=b")) {
            answer(odd);
            assertThat(run(agent())).asInstanceOf(type(Failed.class)).extracting(Failed::failure)
                    .isEqualTo(new Failure.Malformed("callback", "code"));
        }
        answer("code=c&iss=" + enc(issuer()) + "&iss=" + enc("https://evil.example/"));
        assertThat(run(agent())).isInstanceOf(IssuerMismatch.class);
        assertThat(script.asked("/token")).isEmpty();
    }

    @Test
    void theLastPageSpeaksTheAgentsWordsAndEscapesThem() {
        var page = new CompletableFuture<Exchange>();
        run(new UserAgent() {
            @Override
            public void visit(String url) {
                page.complete(LoginTest.this.visit(callbackOf(url, "code=c")));
            }

            @Override
            public String words(String key) {
                return "<" + key + ">\"'&";
            }
        });
        assertThat(text(page.join())).contains("&lt;login.page.done.text&gt;&quot;&#39;&amp;", "color-scheme")
                .doesNotContain("<login");
        var answer = requireNonNull(page.join().answer());
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    }

    @Test
    void theTokenEndpointsRedirectIsNotFollowed() throws IOException {
        try (var other = new Script()) {
            answer("code=c");
            script.on("/token",
                    new MockResponse.Builder().code(307).addHeader("Location", other.url("/token")).build());
            assertThat(run(agent())).isInstanceOf(TokenRefused.class);
            assertThat(other.asked()).isEmpty();
        }
    }

    @Test
    void unsafeAddressesAreNotOpened() {
        for (var unsafe : List.of("http://as.example/authorize", "javascript:alert(1)", "file:///etc/passwd",
                "https://user:pw@as.example/x", "https:///x", "-h", "http://127.0.0.1.evil.example/")) {
            var raw = metadata(false).raw().deepCopy().put("authorization_endpoint", unsafe);
            assertThat(login().run(request(new ServerMetadata(raw)), _ -> {
                throw new AssertionError("opened " + unsafe);
            })).asInstanceOf(type(CouldNotOpen.class)).returns("insecure-endpoint", CouldNotOpen::reason);
        }
        var none = metadata(false).raw().deepCopy();
        none.remove("token_endpoint");
        assertThat(login().run(request(new ServerMetadata(none)), agent())).asInstanceOf(type(CouldNotOpen.class))
                .returns("no-endpoint", CouldNotOpen::reason);
    }

    @Test
    void busyPortsAreSaidAndTheNextFreeOneIsTaken() throws IOException {
        answer("code=c");
        try (var _ = occupied(0); var _ = occupied(1)) {
            var outcome = run(agent());
            assertThat(((SignedIn) outcome).front().redirectUri()).isEqualTo(ports.redirectUris().get(2));
            try (var _ = occupied(2)) {
                assertThat(run(agent())).asInstanceOf(type(CouldNotOpen.class)).returns("ports-busy",
                        CouldNotOpen::reason);
            }
        }
        var other = client("https://app.example/callback");
        assertThat(login().run(request(metadata(false)).withClient(other), agent()))
                .asInstanceOf(type(CouldNotOpen.class)).returns("no-callback", CouldNotOpen::reason);
    }

    @Test
    void aLoginWaitsWhileOthersUseThePorts() throws Exception {
        answer("code=c");
        var outcome = new AtomicReference<LoginOutcome>();
        try (var _ = occupied(0); var _ = occupied(1)) {
            var last = occupied(2);
            var thread = Thread.ofVirtual().start(() -> outcome.set(
                    new Login(script.http(), ports, Duration.ofSeconds(15)).run(request(metadata(false)), agent())));
            assertThat(thread.join(SHORT)).isFalse();
            last.close();
            thread.join();
        }
        assertThat(outcome.get()).isInstanceOf(SignedIn.class);
    }

    @Test
    void anAgentThatFailsEndsTheWait() {
        assertThat(run(_ -> {
            throw new IOException("no display");
        })).asInstanceOf(type(CouldNotOpen.class)).returns("browser-failed", CouldNotOpen::reason)
                .returns("no display", CouldNotOpen::detail);
        assertThat(run(_ -> {
            throw new IllegalStateException("defect");
        })).isInstanceOf(CouldNotOpen.class);
    }

    @Test
    void anotherHostNameDoesNotReachTheListener() {
        var page = new CompletableFuture<Exchange>();
        var outcome = login().run(request(metadata(false)).within(ENOUGH), url -> page.complete(
                script.http().send(Request.get(callbackOf(url, "code=c")).with("Host", "rebound.example"))));
        assertThat(outcome).isInstanceOf(NoAnswer.class);
        assertThat(page.join().status()).isEqualTo(404);
    }

    @Test
    void eachAuthenticationMethodGoesWhereItBelongs() {
        answer("code=c");
        for (var method : List.of(AuthMethod.NONE, AuthMethod.SECRET_POST, AuthMethod.SECRET_BASIC)) {
            var client = new RegisteredClient(issuer(), "the id", Secret.of("s:e/c"), method, ports.redirectUris(),
                    Json.object());
            assertThat(login().run(request(metadata(false)).withClient(client), agent())).isInstanceOf(SignedIn.class);
            var sent = script.asked("/token").getLast();
            var form = Script.form(sent);
            switch (method) {
                case NONE -> assertThat(form).containsKey("client_id").doesNotContainKey("client_secret");
                case SECRET_POST -> assertThat(form).containsEntry("client_secret", List.of("s:e/c"));
                case SECRET_JWT, PRIVATE_KEY_JWT -> throw new AssertionError(method);
                case SECRET_BASIC -> {
                    assertThat(form).doesNotContainKeys("client_id", "client_secret");
                    assertThat(sent.getHeaders().get("Authorization")).isEqualTo("Basic "
                            + Base64.getEncoder().encodeToString("the+id:s%3Ae%2Fc".getBytes(StandardCharsets.UTF_8)));
                }
            }
        }
    }

    private LoginOutcome run(UserAgent agent) {
        return login().run(request(metadata(false)), agent);
    }

    private Login login() {
        return new Login(script.http(), ports, Duration.ZERO);
    }

    private UserAgent agent() {
        return new FollowingAgent(script.http());
    }

    private String issuer() {
        return script.url("");
    }

    private ServerMetadata metadata(boolean issuerAnnounced) {
        ObjectNode raw = Json.object().put("issuer", issuer())
                .put("authorization_endpoint", script.url("/authorize?tenant=x"))
                .put("token_endpoint", script.url("/token"))
                .put("authorization_response_iss_parameter_supported", issuerAnnounced);
        return new ServerMetadata(raw);
    }

    private RegisteredClient client(String... redirectUris) {
        return new RegisteredClient(issuer(), "id", null, AuthMethod.NONE, List.of(redirectUris), Json.object());
    }

    private LoginRequest request(ServerMetadata metadata) {
        return LoginRequest.of(metadata, client(ports.redirectUris().toArray(String[]::new)),
                "https://MCP.example.com:443/mcp/", List.of("a", "b")).withExtra(Map.of("prompt", "consent"))
                .within(Duration.ofSeconds(15));
    }

    /** The authorization endpoint sends everybody back with that. */
    private void answer(String parameters) {
        script.on("/authorize", request -> {
            var url = request.getUrl();
            return Script.redirect(url.queryParameter("redirect_uri") + "?" + parameters + "&state="
                    + enc(requireNonNull(url.queryParameter("state"))));
        });
    }

    private Exchange visit(String url) {
        return script.http().send(Request.get(url));
    }

    private static String text(Exchange exchange) {
        return requireNonNull(exchange.answer()).text();
    }

    private static String callback(String url) {
        return requireNonNull(Query.first(Query.of(url), "redirect_uri"));
    }

    private static String state(String url) {
        return "state=" + enc(requireNonNull(Query.first(Query.of(url), "state")));
    }

    private static String callbackOf(String url, String parameters) {
        return callback(url) + "?" + parameters + "&" + state(url);
    }

    private static String enc(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private ServerSocket occupied(int index) throws IOException {
        return new ServerSocket(ports.ports().get(index), 1, InetAddress.getByAddress(new byte[]{127, 0, 0, 1}));
    }

    private void assertPortsFree() {
        for (var i = 0; i < 3; i++)
            try (var socket = occupied(i)) {
                assertThat(socket.isBound()).isTrue();
            } catch (IOException e) {
                throw new AssertionError(ports.ports().get(i) + " is still in use", e);
            }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
