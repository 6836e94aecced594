package mcpauth0.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mcpauth0.access.Keychain;
import mcpauth0.access.NamedConnections;
import mcpauth0.export.PlainText;
import mcpauth0.text.Texts;

/**
 * What a command talks to: the three streams, the environment, the words for people, and what only the root can make.
 *
 * @param folder where the program keeps its journals
 * @param keychain where the operator may have put secrets
 */
public record Terminal(InputStream in, PrintStream out, PrintStream err, Map<String, String> environment, Path folder,
        Texts texts, Tour tour, Keychain keychain) {

    /** The tenants that the operator comes back to. */
    NamedConnections connections() {
        return new NamedConnections(folder, keychain);
    }

    /** A sentence of the bundles to standard output, hostile values made harmless. */
    void say(String key, Object... values) {
        out.println(sentence(key, values));
    }

    /** A sentence of the bundles to standard error. */
    void warn(String key, Object... values) {
        err.println(sentence(key, values));
    }

    String sentence(String key, Object... values) {
        var safe = new Object[values.length];
        for (var i = 0; i < values.length; i++)
            safe[i] = values[i] instanceof Number number ? number : PlainText.line(String.valueOf(values[i]));
        return texts.get(key, safe);
    }

    /** Problem, cause and cure in one paragraph. */
    String trouble(String prefix, List<String> values) {
        var all = values.toArray();
        return sentence(prefix + ".problem", all) + " " + sentence(prefix + ".cause", all) + " "
                + sentence(prefix + ".cure", all);
    }
}
