package mcpauth0.cli;

import java.util.concurrent.Callable;
import mcpauth0.export.Lines;
import mcpauth0.http.Http;
import mcpauth0.http.Json;
import mcpauth0.http.Redaction;
import mcpauth0.oauth.TokenStory;
import mcpauth0.oauth.Tokens;
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
        if (!client.target(terminal).secure())
            throw new WrongWords(terminal.sentence("cli.connect.plain-http"));
        var http = new Http(client.network(terminal));
        var agent = client.agent(terminal, http, ClientOptions.LoginBy.BROWSER);
        if (agent == null)
            throw new WrongWords(terminal.sentence("cli.connect.no-login"));
        try {
            var open = tenant.open(terminal, client.network(terminal));
            return converse(new Arrival(terminal, http, client, agent, open), http);
        } catch (TenantOptions.NotReached e) {
            terminal.err().println(e.sentence(terminal));
            return Exit.BROKEN;
        }
    }

    /** A token is shown all the more where the server does not take it. */
    private int converse(Arrival arrival, Http http) {
        try {
            var session = arrival.session();
            var tools = arrival.tools(session);
            var tokens = arrival.tokens();
            if (tokens == null)
                terminal.say("cli.connect.open");
            else
                show(tokens, http);
            show(tools);
            session.end();
            return tools.complete() ? Exit.GOOD : Exit.BROKEN;
        } catch (Arrival.Ended e) {
            var tokens = arrival.tokens();
            if (tokens != null)
                show(tokens, http);
            terminal.err().println(e.getMessage());
            return Exit.BROKEN;
        }
    }

    private void show(Tokens tokens, Http http) {
        terminal.say("cli.connect.signed-in");
        var lines = new Lines();
        for (var sentence : TokenStory.of(tokens, http.network().clock().instant()).sentences())
            lines.paragraph("  ", "    ", terminal.sentence("token." + sentence.id(), sentence.values().toArray()));
        var header = tokens.access().header();
        var claims = tokens.access().claims();
        if (header != null && claims != null) {
            lines.line(terminal.sentence("cli.connect.claims"));
            lines.line("  " + Json.write(Redaction.json(header)));
            claims.properties().forEach(claim -> lines
                    .line("  " + claim.getKey() + ": " + Json.write(Redaction.json(claim.getValue()))));
        }
        terminal.out().print(lines);
    }

    private void show(McpSession.Tools tools) {
        terminal.say("cli.connect.tools", tools.tools().size());
        tools.tools().forEach(tool -> terminal.out().print(new Lines().paragraph("  ", "    ",
                tool.name() + (tool.description() == null ? "" : ": " + tool.description()))));
        tools.rejected().forEach(tool -> terminal.warn("cli.connect.rejected", tool.name(), tool.reason()));
        if (!tools.complete())
            terminal.warn("cli.connect.incomplete", String.valueOf(tools.answers().getLast().status()));
    }
}
