package mcpauth0.export.connect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import mcpauth0.export.connect.Paste.Address;
import mcpauth0.export.connect.Paste.Command;
import mcpauth0.export.connect.Paste.File;
import mcpauth0.export.connect.Paste.Link;
import mcpauth0.export.connect.Paste.Use;
import mcpauth0.http.Json;

/**
 * What each client takes, in its makers' own syntax of 2026: code.claude.com/docs, cursor.com/docs,
 * code.visualstudio.com/docs, developers.openai.com/codex, docs.github.com/copilot, geminicli.com/docs,
 * modelcontextprotocol.io/docs/tools/inspector, geelen/mcp-remote.
 */
public final class Pastes {

    private static final int CLAUDE_CODE_PORT = 3118;
    private static final int COPILOT_PORT = 33418;
    private static final int REMOTE_PORT = 3334;

    private final Entry entry;
    private final String url;
    private final String name;
    private final Entry.Application application;
    private final boolean made;

    private Pastes(Entry entry) {
        this.entry = entry;
        url = entry.server().value();
        name = entry.name();
        var known = entry.application();
        made = known != null;
        application = known == null ? new Entry.Application("", false) : known;
    }

    /**
     * In the order in which they are worth trying; the plain address is always first.
     *
     * @param client id of a known client
     */
    public static List<Paste> of(String client, Entry entry) {
        var pastes = new Pastes(entry);
        var more = switch (client) {
            case "claude" -> Stream.of(pastes.claudeLink());
            case "claude-code" -> pastes.claudeCode();
            case "codex" -> pastes.codex();
            case "vscode" -> pastes.vscode();
            case "copilot-cli" -> pastes.copilot();
            case "cursor" -> pastes.cursor();
            case "inspector" -> pastes.command(Use.RUN,
                    "npx @modelcontextprotocol/inspector --transport http --server-url", pastes.url);
            case "mcp-remote" -> pastes.remote();
            case "gemini-cli" -> pastes.gemini();
            default -> Stream.<Paste>empty();
        };
        var all = new ArrayList<Paste>();
        all.add(new Address(pastes.url));
        more.forEach(all::add);
        return List.copyOf(all);
    }

    private Paste claudeLink() {
        return new Link("https://claude.ai/customize/connectors?modal=add-custom-connector&connectorName="
                + encoded(entry.title()) + "&connectorUrl=" + encoded(url), true);
    }

    private Stream<Paste> claudeCode() {
        var server = typed("http");
        var oauth = server.putObject("oauth").put("callbackPort", CLAUDE_CODE_PORT);
        if (made)
            oauth.put("clientId", application.clientId());
        var line = "claude mcp add --transport http --callback-port " + CLAUDE_CODE_PORT;
        var add = !made
                ? command(Use.ADD, line, name, url)
                : Entry.word(application.clientId()).stream().flatMap(id -> command(Use.ADD, line + " --client-id " + id
                        + (application.confidential() ? " --client-secret" : ""), name, url));
        return Stream.of(add, command(Use.SIGN_IN, "claude mcp login", name),
                file(".mcp.json", in("mcpServers", server))).flatMap(all -> all);
    }

    private Stream<Paste> codex() {
        var add = Stream.concat(Stream.of("codex mcp add", name, "--url"), Entry.word(url).stream()).toList();
        var id = made
                ? Entry.word(application.clientId()).map(word -> " --oauth-client-id " + word)
                : java.util.Optional.of("");
        var line = add.size() == 4 && id.isPresent()
                ? Stream.<Paste>of(new Command(Use.ADD, String.join(" ", add) + id.get()))
                : Stream.<Paste>empty();
        var toml = "[mcp_servers." + name + "]\nurl = " + toml(url) + "\n"
                + (made
                        ? "\n[mcp_servers." + name + ".oauth]\nclient_id = " + toml(application.clientId()) + "\n"
                        : "");
        return Stream.of(line, command(Use.SIGN_IN, "codex mcp login", name),
                Stream.<Paste>of(new File("~/.codex/config.toml", toml))).flatMap(all -> all);
    }

    private Stream<Paste> vscode() {
        var server = typed("http");
        if (made)
            server.putObject("oauth").put("clientId", application.clientId());
        var link = Json.object().put("name", name);
        link.setAll(server);
        return Stream.concat(file(".vscode/mcp.json", in("servers", server)),
                Stream.of(new Link("vscode:mcp/install?" + encoded(Json.write(link)), false)));
    }

    private Stream<Paste> copilot() {
        var server = typed("http");
        server.putArray("tools").add("*");
        if (made) {
            server.put("oauthClientId", application.clientId()).put("oauthPublicClient", !application.confidential());
            server.putObject("auth").put("redirectPort", COPILOT_PORT);
        }
        var file = file("~/.copilot/mcp-config.json", in("mcpServers", server));
        return made ? file : Stream.concat(command(Use.ADD, "copilot mcp add --transport http", name, url), file);
    }

    private Stream<Paste> cursor() {
        var server = Json.object().put("url", url);
        if (made)
            secret("CLIENT_SECRET", server.putObject("auth").put("CLIENT_ID", application.clientId()));
        var config = Base64.getEncoder().encodeToString(Json.write(server).getBytes(StandardCharsets.UTF_8));
        return Stream.concat(file("~/.cursor/mcp.json", in("mcpServers", server)), Stream.of(new Link(
                "cursor://anysphere.cursor-deeplink/mcp/install?name=" + name + "&config=" + encoded(config), false)));
    }

    private Stream<Paste> remote() {
        var server = Json.object().put("command", "npx");
        var words = server.putArray("args").add("-y").add("mcp-remote").add(url);
        if (made) {
            var client = Json.object().put("client_id", application.clientId());
            secret("client_secret", client);
            words.add(String.valueOf(REMOTE_PORT)).add("--static-oauth-client-info").add(Json.write(client));
        }
        var file = file("claude_desktop_config.json", in("mcpServers", server));
        return made ? file : Stream.concat(command(Use.RUN, "npx -y mcp-remote", url), file);
    }

    private Stream<Paste> gemini() {
        var server = Json.object().put("httpUrl", url);
        if (made)
            secret("clientSecret",
                    server.putObject("oauth").put("enabled", true).put("clientId", application.clientId()));
        var file = file("~/.gemini/settings.json", in("mcpServers", server));
        var sign = Stream.<Paste>of(new Command(Use.SIGN_IN, "/mcp auth " + name));
        var add = made ? Stream.<Paste>empty() : command(Use.ADD, "gemini mcp add --transport http", name, url);
        return Stream.of(add, sign, file).flatMap(all -> all);
    }

    private ObjectNode typed(String type) {
        return Json.object().put("type", type).put("url", url);
    }

    private void secret(String field, ObjectNode client) {
        if (application.confidential())
            client.put(field, Entry.SECRET);
    }

    private ObjectNode in(String servers, ObjectNode server) {
        var file = Json.object();
        file.putObject(servers).set(name, server);
        return file;
    }

    private static Stream<Paste> file(String name, JsonNode json) {
        return Stream.of(new File(name, Json.pretty(json)));
    }

    private Stream<Paste> command(Use use, String begin, String... words) {
        var line = new StringBuilder(begin);
        for (var value : words) {
            var word = Entry.word(value);
            if (word.isEmpty())
                return Stream.empty();
            line.append(' ').append(word.get());
        }
        return Stream.of(new Command(use, line.toString()));
    }

    /** A basic string of TOML, which escapes as JSON does. */
    private static String toml(String value) {
        return Json.write(TextNode.valueOf(value));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
