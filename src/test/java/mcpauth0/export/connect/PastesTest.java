package mcpauth0.export.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import mcpauth0.diagnose.client.Clients;
import mcpauth0.export.connect.Entry.Application;
import mcpauth0.export.connect.Paste.Address;
import mcpauth0.export.connect.Paste.Command;
import mcpauth0.export.connect.Paste.File;
import mcpauth0.export.connect.Paste.Link;
import mcpauth0.http.Json;
import mcpauth0.setup.McpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PastesTest {

    private static final String URL = "https://mcp.acme.dev/mcp";
    private static final Entry PLAIN = new Entry(McpUrl.parse(URL).orThrow(), "Acme billing & co", null);
    private static final Entry MADE = new Entry(PLAIN.server(), "Acme billing & co", new Application("aBc123", true));

    @Test
    void everyKnownClientIsOfferedTheAddressFirst() {
        for (var client : Clients.ids())
            assertThat(Pastes.of(client, PLAIN).getFirst()).as(client).isEqualTo(new Address(URL));
    }

    @Test
    void claudeIsOpenedWithItsFormFilledIn() {
        var link = (Link) Pastes.of("claude", PLAIN).getLast();
        assertThat(link.opens()).isTrue();
        assertThat(link.text()).isEqualTo("https://claude.ai/customize/connectors?modal=add-custom-connector"
                + "&connectorName=Acme%20billing%20%26%20co&connectorUrl=https%3A%2F%2Fmcp.acme.dev%2Fmcp");
    }

    @ParameterizedTest
    @CsvSource({
            "claude-code, claude mcp add --transport http --callback-port 3118 acme-billing-co https://mcp.acme.dev/mcp",
            "claude-code, claude mcp login acme-billing-co",
            "codex, codex mcp add acme-billing-co --url https://mcp.acme.dev/mcp",
            "codex, codex mcp login acme-billing-co",
            "copilot-cli, copilot mcp add --transport http acme-billing-co https://mcp.acme.dev/mcp",
            "inspector, npx @modelcontextprotocol/inspector --transport http --server-url https://mcp.acme.dev/mcp",
            "mcp-remote, npx -y mcp-remote https://mcp.acme.dev/mcp",
            "gemini-cli, gemini mcp add --transport http acme-billing-co https://mcp.acme.dev/mcp",
            "gemini-cli, /mcp auth acme-billing-co"})
    void commandsAreThoseOfTheirClients(String client, String command) {
        assertThat(commands(client, PLAIN)).contains(command);
    }

    @Test
    void anApplicationMadeByHandIsNamedAndItsSecretIsAPlaceholder() {
        assertThat(commands("claude-code", MADE)).contains("claude mcp add --transport http --callback-port 3118"
                + " --client-id aBc123 --client-secret acme-billing-co https://mcp.acme.dev/mcp");
        assertThat(commands("codex", MADE))
                .contains("codex mcp add acme-billing-co --url https://mcp.acme.dev/mcp --oauth-client-id aBc123");
        for (var client : List.of("cursor", "gemini-cli", "mcp-remote"))
            assertThat(file(client, MADE).text()).as(client).contains("aBc123", "YOUR_CLIENT_SECRET");
        for (var client : List.of("claude-code", "vscode", "copilot-cli", "codex"))
            assertThat(file(client, MADE).text()).as(client).contains("aBc123");
        var open = new Entry(PLAIN.server(), "", new Application("aBc123", false));
        for (var client : Clients.ids())
            assertThat(Pastes.of(client, open).toString()).as(client).doesNotContain("YOUR_CLIENT_SECRET")
                    .doesNotContain("--client-secret");
    }

    @Test
    void configurationsAreThoseOfTheirClients() {
        assertThat(json("vscode").at("/servers/acme-billing-co"))
                .isEqualTo(Json.object().put("type", "http").put("url", URL));
        assertThat(json("cursor").at("/mcpServers/acme-billing-co")).isEqualTo(Json.object().put("url", URL));
        assertThat(json("gemini-cli").at("/mcpServers/acme-billing-co/httpUrl").asText()).isEqualTo(URL);
        assertThat(json("claude-code").at("/mcpServers/acme-billing-co/oauth/callbackPort").asInt()).isEqualTo(3118);
        assertThat(json("mcp-remote").at("/mcpServers/acme-billing-co/args").toString())
                .isEqualTo("[\"-y\",\"mcp-remote\",\"https://mcp.acme.dev/mcp\"]");
        assertThat(file("codex", PLAIN).text()).isEqualTo("""
            [mcp_servers.acme-billing-co]
            url = "https://mcp.acme.dev/mcp"
            """);
        assertThat(file("vscode", PLAIN).name()).isEqualTo(".vscode/mcp.json");
    }

    @Test
    void linksOfProgramsAreForCopyingAndHoldTheSame() {
        var vscode = (Link) Pastes.of("vscode", PLAIN).getLast();
        assertThat(vscode.opens()).isFalse();
        assertThat(Json.parse(URLDecoder.decode(vscode.text().substring("vscode:mcp/install?".length()),
                StandardCharsets.UTF_8)).orElseThrow())
                .isEqualTo(Json.object().put("name", "acme-billing-co").put("type", "http").put("url", URL));
        var cursor = (Link) Pastes.of("cursor", PLAIN).getLast();
        assertThat(cursor.opens()).isFalse();
        var query = URI.create(cursor.text()).getRawQuery();
        assertThat(query).startsWith("name=acme-billing-co&config=");
        assertThat(new String(Base64.getDecoder()
                .decode(URLDecoder.decode(query.substring(query.indexOf("config=") + 7), StandardCharsets.UTF_8)),
                StandardCharsets.UTF_8)).isEqualTo("{\"url\":\"https://mcp.acme.dev/mcp\"}");
    }

    @ParameterizedTest
    @CsvSource({"Acme billing, acme-billing", "'; rm -rf /', rm-rf", "$(id), id", "Größe, gr-e", "日本, mcp-acme-dev",
            "'-- ]\"x', x", "'', mcp-acme-dev"})
    void namesHoldNothingThatAnybodyCouldTakeForSomethingElse(String title, String name) {
        assertThat(new Entry(PLAIN.server(), title, null).name()).isEqualTo(name);
    }

    @Test
    void anAddressThatAShellWouldReadOtherwiseGetsNoCommand() {
        for (var bad : List.of("https://a.example/$HOME", "https://a.example/a!b", "https://a.example/\u201c"))
            for (var client : Clients.ids())
                assertThat(Pastes.of(client, new Entry(McpUrl.parse(bad).orThrow(), "a", null)).stream()
                        .filter(paste -> paste instanceof Command(var use, _) && use != Paste.Use.SIGN_IN))
                        .as(client + " " + bad).isEmpty();
        assertThat(
                commands("mcp-remote", new Entry(McpUrl.parse("https://a.example/mcp?a=1&b=2").orThrow(), "a", null)))
                .contains("npx -y mcp-remote \"https://a.example/mcp?a=1&b=2\"");
    }

    private static com.fasterxml.jackson.databind.JsonNode json(String client) {
        return Json.parse(file(client, PLAIN).text()).orElseThrow();
    }

    private static File file(String client, Entry entry) {
        return Pastes.of(client, entry).stream().filter(File.class::isInstance).map(File.class::cast).findFirst()
                .orElseThrow();
    }

    private static List<String> commands(String client, Entry entry) {
        return Pastes.of(client, entry).stream().filter(Command.class::isInstance).map(Paste::text).toList();
    }
}
