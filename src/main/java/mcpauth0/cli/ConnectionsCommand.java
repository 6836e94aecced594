package mcpauth0.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import mcpauth0.access.Keychain;
import mcpauth0.access.NamedConnection;
import mcpauth0.access.NamedConnections;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code connections}: the tenants that the operator comes back to; saved in the window. */
@Command(name = "connections")
final class ConnectionsCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--forget", paramLabel = "NAME", descriptionKey = "cli.connections.forget")
    @Nullable
    String forget;

    ConnectionsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (forget != null)
            return forget(ConnectionWords.find(terminal, forget));
        var all = ConnectionWords.all(terminal);
        if (all.isEmpty())
            terminal.say("cli.connections.none");
        all.forEach(one -> terminal.say("cli.connections.one", one.name(), one.tenant(),
                terminal.texts().get("connection.by." + one.kind().id())));
        return Exit.GOOD;
    }

    private int forget(NamedConnection known) {
        try {
            var trouble = terminal.connections().forget(known.name());
            if (trouble.isPresent()) {
                terminal.warn("cli.connections.secret-stays", known.name(),
                        terminal.sentence("keychain." + trouble.get().id()), terminal.sentence("keychain.held",
                                Keychain.OWNER, NamedConnections.account(known.name())));
                return Exit.BROKEN;
            }
        } catch (IOException e) {
            throw new WrongWords(
                    terminal.sentence("cli.file.unwritable", terminal.folder(), String.valueOf(e.getMessage())));
        }
        terminal.say("cli.connections.forgotten", known.name());
        return Exit.GOOD;
    }
}
