package mcpauth0.oauth;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import mcpauth0.oauth.WellKnown.Kind;
import mcpauth0.setup.McpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which documents are fetched, and which of them counts. */
class DiscoveryTest {

    private static final String WELL_KNOWN = "/.well-known/oauth-protected-resource";

    private Script script;

    @BeforeEach
    void start() throws IOException {
        script = new Script();
    }

    @AfterEach
    void stop() {
        script.close();
    }

    private McpUrl server() {
        return McpUrl.parse(script.url("/mcp")).orThrow();
    }

    @Test
    void everyPlaceIsAskedAndTheFirstDocumentCounts() {
        script.on("/custom", Script.json(200, "{\"resource\":\"pointed\"}"))
                .on(WELL_KNOWN + "/mcp", Script.html(200, "<html>not found</html>"))
                .on(WELL_KNOWN, Script.json(200, "{\"resource\":\"root\"}"));
        var found = new Discovery(script.http()).resource(server(), script.url("/custom"));
        assertThat(found.all()).extracting(one -> one.candidate().kind()).containsExactly(Kind.CHALLENGE,
                Kind.RESOURCE_PATH, Kind.RESOURCE_ROOT);
        assertThat(requireNonNull(requireNonNull(found.picked()).document()).resource()).isEqualTo("pointed");
        assertThat(found.all().get(1).document()).isNull();
        assertThat(found.all().get(1).exchange().status()).isEqualTo(200);
        assertThat(script.exchanges().all()).hasSize(3);
    }

    @Test
    void aDeadPointerLeavesTheWellKnownAddresses() {
        script.on(WELL_KNOWN, Script.json(200, "{\"resource\":\"root\"}"));
        var found = requireNonNull(
                new Discovery(script.http()).resource(server(), script.url("/gone")).picked());
        assertThat(found.candidate().kind()).isEqualTo(Kind.RESOURCE_ROOT);
        assertThat(new Discovery(script.http()).resource(server(), "not an address").all()).hasSize(3);
    }

    @Test
    void aPointerToTheUsualPlaceIsAskedOnce() {
        script.on(WELL_KNOWN + "/mcp", Script.json(200, "{\"resource\":\"x\"}"));
        var found = new Discovery(script.http()).resource(server(), script.url(WELL_KNOWN + "/mcp"));
        assertThat(found.all()).hasSize(3);
        assertThat(found.all().get(0).exchange()).isSameAs(found.all().get(1).exchange());
        assertThat(script.asked(WELL_KNOWN + "/mcp")).hasSize(1);
    }

    @Test
    void redirectsAreKeptAndNotFollowed() {
        script.on(WELL_KNOWN + "/mcp", Script.redirect(script.url("/elsewhere"))).on("/elsewhere",
                Script.json(200, "{\"resource\":\"x\"}"));
        assertThat(new Discovery(script.http()).resource(server(), null).picked()).isNull();
        assertThat(script.asked("/elsewhere")).isEmpty();
    }

    @Test
    void strangeFieldsReadAsAbsentAndStayInTheDocument() {
        script.on(WELL_KNOWN, Script.json(200, """
            {"resource": 7, "authorization_servers": "https://as/", "scopes_supported": ["a", 1, "b"], "x": {"y": 1}}
            """));
        var document = requireNonNull(
                requireNonNull(new Discovery(script.http()).resource(server(), null).picked()).document());
        assertThat(document.resource()).isNull();
        assertThat(document.authorizationServers()).isEmpty();
        assertThat(document.scopes()).containsExactly("a", "b");
        assertThat(document.bearerMethods()).isNull();
        assertThat(document.raw().path("x").path("y").asInt()).isEqualTo(1);
        assertThat(document.raw().path("authorization_servers").asText()).isEqualTo("https://as/");
    }

    @Test
    void theIssuerIsComparedToTheByte() {
        script.on("/.well-known/openid-configuration",
                Script.json(200,
                        "{\"issuer\":\"" + script.url("/") + "\",\"code_challenge_methods_supported\":[\"S256\"]}"));
        var found = new Discovery(script.http()).server(script.url(""));
        var document = requireNonNull(requireNonNull(found.picked()).document());
        assertThat(document.isOf(script.url(""))).isFalse();
        assertThat(document.isOfButForSlash(script.url(""))).isTrue();
        assertThat(document.isOf(script.url("/"))).isTrue();
        assertThat(document.isOfButForSlash(script.url("/"))).isFalse();
        assertThat(document.s256()).isTrue();
        assertThat(document.issuerInResponses()).isFalse();
        assertThat(found.all()).hasSize(2);
    }
}
