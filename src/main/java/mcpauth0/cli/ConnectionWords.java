package mcpauth0.cli;

import java.nio.file.Path;
import java.util.List;
import mcpauth0.access.Keychain;
import mcpauth0.access.NamedConnection;
import mcpauth0.auth0.Credentials;
import mcpauth0.setup.Parsed;
import mcpauth0.setup.Secret;
import org.jspecify.annotations.Nullable;

/** Tenants that the words name by a saved connection. */
final class ConnectionWords {

    private ConnectionWords() {
    }

    /** @throws WrongWords when the file cannot be understood */
    static List<NamedConnection> all(Terminal terminal) {
        return switch (terminal.connections().all()) {
            case Parsed.Good<List<NamedConnection>>(var all) -> all;
            case Parsed.Bad<List<NamedConnection>>(var id, var values) ->
                throw new WrongWords(terminal.trouble("input." + id, values));
        };
    }

    /** @throws WrongWords when there is none of that name */
    static NamedConnection find(Terminal terminal, String name) {
        var names = all(terminal).stream().map(NamedConnection::name).toList();
        return terminal.connections().find(name)
                .orElseThrow(() -> new WrongWords(names.isEmpty()
                        ? terminal.sentence("cli.connection.none", name)
                        : terminal.sentence("cli.connection.unknown", name, String.join(", ", names))));
    }

    /**
     * @param file with the secret; null for the one in the keychain
     * @throws WrongWords when there is neither
     */
    static Credentials credentials(Terminal terminal, NamedConnection known, @Nullable Path file) {
        var key = known.keyFile();
        return switch (known.kind()) {
            case KEY -> {
                if (key == null)
                    throw new WrongWords(terminal.trouble("input.key-empty", List.of()));
                yield new Credentials.KeyApplication(known.clientId(),
                        FileWords.key(terminal, key, known.algorithm()));
            }
            case SECRET -> new Credentials.Application(known.clientId(), secret(terminal, known, file));
            case TOKEN -> file == null && !known.inKeychain()
                    ? TenantOptions.fromEnvironment(terminal).orElseThrow(() -> lacking(terminal, known))
                    : new Credentials.Token(secret(terminal, known, file));
        };
    }

    private static Secret secret(Terminal terminal, NamedConnection known, @Nullable Path file) {
        if (file != null)
            return FileWords.secret(terminal, file);
        try {
            return terminal.connections().secret(known).orElseThrow(() -> lacking(terminal, known));
        } catch (Keychain.Trouble e) {
            throw new WrongWords(terminal.sentence("keychain." + e.id()) + " " + lacking(terminal, known).getMessage());
        }
    }

    private static WrongWords lacking(Terminal terminal, NamedConnection known) {
        return new WrongWords(terminal.sentence("cli.connection.no-secret", known.name(),
                known.kind() == NamedConnection.Kind.TOKEN ? "--management-token-file" : "--client-secret-file"));
    }
}
