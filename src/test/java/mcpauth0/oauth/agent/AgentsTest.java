package mcpauth0.oauth.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import mcpauth0.oauth.Script;
import mcpauth0.oauth.UserAgent;
import mcpauth0.oauth.UserAgent.Refused;
import mcpauth0.oauth.UserAgent.Stopped;
import mcpauth0.setup.Secret;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Where those who visit pages go, and where not. */
@Timeout(20)
class AgentsTest {

    @TempDir
    private Path folder;
    private Script script;

    @BeforeEach
    void start() throws IOException {
        script = new Script();
    }

    @AfterEach
    void stop() {
        script.close();
    }

    @Test
    void formsAreFilledInAsAPersonWould() throws IOException {
        script.on("/authorize", new MockResponse.Builder().code(302).addHeader("Location", "login?x=1")
                .addHeader("Set-Cookie", "flow=1; Path=/; HttpOnly").build());
        script.on("/login", request -> "POST".equals(request.getMethod())
                ? Script.redirect("/consent")
                : Script.html(200, """
                    <form method=post action="/login?x=1"><input type=hidden name=csrf value="a&amp;b">
                    <INPUT NAME='user' type="email"><input type=password name=pw><input type=checkbox name=keep>
                    <button name="go" value="1">Log in</button></form><form action="/evil"></form>"""));
        script.on("/consent", request -> "POST".equals(request.getMethod())
                ? Script.redirect(callback() + "?code=c&state=s")
                : Script.html(200, """
                    <form method="POST"><button name=a value=deny>Decline</button>
                    <button name=a value=accept>Accept</button></form>"""));
        script.on("/callback", Script.html(200, "done"));
        agent().visit(begin());
        var login = script.asked("/login").getLast();
        assertThat(Script.form(login)).containsExactlyInAnyOrderEntriesOf(Map.of("csrf", List.of("a&b"), "user",
                List.of("ada"), "pw", List.of("secret"), "go", List.of("1")));
        assertThat(login.getHeaders().get("Cookie")).isEqualTo("flow=1");
        assertThat(Script.form(script.asked("/consent").getLast())).containsEntry("a", List.of("accept"));
        assertThat(script.asked("/callback")).hasSize(1);
        agent().declining().visit(begin());
        assertThat(Script.form(script.asked("/consent").getLast())).containsEntry("a", List.of("deny"));
    }

    @Test
    void nameAndPasswordLeaveThisMachineNever() {
        script.on("/authorize", Script.redirect("https://as.example/login"));
        assertThat(refusal(agent(), begin())).returns("not-loopback", Refused::reason);
        script.on("/authorize", Script.html(200,
                "<form method=post action='https://as.example/login'><input type=password name=p></form>"));
        assertThat(refusal(agent(), begin())).hasMessage("https://as.example/login");
        assertThat(refusal(agent(), "https://as.example/authorize")).returns("not-loopback", Refused::reason);
        assertThat(refusal(agent(), "http://localhost.evil.example/")).returns("not-loopback", Refused::reason);
    }

    @Test
    void aWrongPasswordAndAnEndlessWayStop() {
        var page = Script.html(200,
                "<p>Wrong email or password</p><form method=post><input type=password name=p></form>");
        script.on("/authorize", page);
        assertThat(stop(agent(), begin())).hasMessageContaining("Wrong email or password");
        assertThat(script.asked("/authorize")).hasSize(2);
        script.on("/authorize", Script.redirect("/authorize?redirect_uri=" + callback()));
        assertThat(refusal(agent(), begin())).returns("too-many-redirects", Refused::reason);
        assertThat(refusal(new FollowingAgent(script.http()), begin())).returns("too-many-redirects", Refused::reason);
    }

    @Test
    void anErrorPagesWordsAreKept() {
        script.on("/authorize", Script.html(400,
                "<title>Oops</title><script>invalid_scope</script><pre>invalid_request: no connections enabled for the client</pre>"));
        for (var one : List.of(agent(), new FollowingAgent(script.http())))
            assertThat(stop(one, begin())).hasMessage("no connections enabled for the client")
                    .returns("invalid_request", Stopped::error);
    }

    @Test
    void whoFollowsOnlyRedirectsFillsInNothing() throws IOException {
        script.on("/authorize", Script.html(200, "<form method=post><button>Accept</button></form>"));
        assertThat(refusal(new FollowingAgent(script.http()), begin())).returns("asks-person", Refused::reason);
        assertThat(script.asked()).hasSize(1);
        script.on("/authorize", Script.redirect("ftp://x/"));
        assertThat(refusal(new FollowingAgent(script.http()), begin())).isNotNull();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theNamedBrowserGetsTheAddressAsItsOnlyArgument() throws IOException {
        var seen = folder.resolve("seen");
        var program = program("printf '%s\\n' \"$#\" \"$1\" > '" + seen + "'");
        var url = "https://as.example/authorize?a=$(touch%20x)&b='\"`;|";
        browser(program).visit("https://as.example/authorize?a=$(touch)&b=';");
        assertThat(Files.readAllLines(seen)).containsExactly("1", "https://as.example/authorize?a=$(touch)&b=';");
        assertThat(refusal(browser(program), url)).returns("insecure-endpoint", Refused::reason);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aBrowserThatFailsIsTold() throws IOException {
        assertThat(refusal(browser(program("exit 3")), "https://as.example/"))
                .returns("browser-failed", Refused::reason)
                .hasMessageContaining("(3)");
        assertThat(refusal(browser(folder.resolve("none").toString()), "https://as.example/"))
                .returns("browser-missing", Refused::reason);
        for (var unsafe : List.of("file:///etc/passwd", "http://as.example/", "--help", "https://a:b@as.example/"))
            assertThat(refusal(browser(program("exit 0")), unsafe)).returns("insecure-endpoint", Refused::reason);
    }

    private String program(String script) throws IOException {
        var file = Files.createTempFile(folder, "browser with space", ".sh");
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return file.toString();
    }

    private static SystemBrowser browser(String program) {
        return new SystemBrowser(key -> key, Map.of("BROWSER", program), "Linux");
    }

    private FormAgent agent() {
        return new FormAgent(script.http(), "ada", Secret.of("secret"));
    }

    private String callback() {
        return script.url("/callback");
    }

    private String begin() {
        return script.url("/authorize?redirect_uri=" + callback());
    }

    private static Refused refusal(UserAgent agent, String url) {
        return catchThrowableOfType(Refused.class, () -> agent.visit(url));
    }

    private static Stopped stop(UserAgent agent, String url) {
        return catchThrowableOfType(Stopped.class, () -> agent.visit(url));
    }
}
