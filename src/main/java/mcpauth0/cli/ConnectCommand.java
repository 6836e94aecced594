package mcpauth0.cli;

import java.util.concurrent.Callable;
import mcpauth0.diagnose.token.TokenStory;
import mcpauth0.export.Lines;
import mcpauth0.http.Http;
import mcpauth0.http.Json;
import mcpauth0.http.Redaction;
import mcpauth0.oauth.Tokens;
import mcpauth0.oauth.mcp.Eras;
import mcpauth0.oauth.mcp.McpSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code connect}: signs in as a client would, shows what the token says and which tools there are. */
@Command(name = "connect")
final class ConnectCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    ClientOptions client = new ClientOptions();
    @Mixin
    TenantLook tenant = new TenantLook();

    ConnectCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var http = new Http(client.network(terminal));
        var agent = client.agent(terminal, http, ClientOptions.LoginBy.BROWSER);
        if (agent == null)
            throw new WrongWords(terminal.sentence("cli.connect.no-login"));
        try {
            var arrival = new Arrival(terminal, http, client, tenant.open(terminal, client.network(terminal)));
            var tokens = arrival.tokens(agent);
            show(http, tokens);
            return tools(http, arrival, tokens);
        } catch (TenantOptions.NotReached e) {
            terminal.err().println(e.sentence(terminal));
            return Exit.BROKEN;
        } catch (Arrival.Ended e) {
            terminal.err().println(e.getMessage());
            return Exit.BROKEN;
        }
    }

    private void show(Http http, Tokens tokens) {
        var token = tokens.access();
        var lines = new Lines().line(terminal.texts().get("cli.connect.signed-in"));
        for (var sentence : TokenStory.of(token, tokens, http.network().clock().instant()))
            lines.paragraph("  ", "  ", Redaction.text(terminal.texts().get(sentence.key(), sentence.values())));
        var header = token.header();
        var claims = token.claims();
        if (header == null || claims == null)
            lines.line(terminal.texts().get("cli.connect.opaque"));
        else {
            lines.line(terminal.texts().get("cli.connect.claims"));
            lines.line("  " + Json.write(Redaction.json(header)));
            claims.properties().forEach(claim -> lines
                    .line("  " + claim.getKey() + ": " + Json.write(Redaction.json(claim.getValue()))));
        }
        terminal.out().print(lines);
    }

    private int tools(Http http, Arrival arrival, Tokens tokens) {
        var token = tokens.access().value();
        var timeout = client.perRequest(terminal);
        var era = Eras.ask(http, arrival.target(), token, timeout).preferred();
        return switch (McpSession.open(http, arrival.target(), era, token, timeout)) {
            case McpSession.Opening.Opened(var session) -> {
                var tools = session.tools();
                terminal.say("cli.connect.tools", tools.tools().size());
                tools.tools().forEach(tool -> terminal.out().print(new Lines().paragraph("  ", "    ",
                        tool.name() + (tool.description() == null ? "" : ": " + tool.description()))));
                session.end();
                yield tools.complete() ? Exit.GOOD : Exit.BROKEN;
            }
            case McpSession.Opening.Refused(var answer) -> {
                terminal.warn("cli.connect.refused", String.valueOf(answer.status()));
                yield Exit.BROKEN;
            }
        };
    }
}
