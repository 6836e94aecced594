package mcpauth0;

import java.nio.file.Path;
import mcpauth0.cli.Terminal;
import mcpauth0.cli.Words;
import mcpauth0.text.Texts;

/** Where the program starts. It is no JavaFX class, so that words which need no window load none of it. */
public final class Main {

    private Main() {
    }

    static void main(String[] words) {
        System.setProperty("java.net.useSystemProxies", "true");
        var code = run(StateFolder.usual(), words);
        System.out.flush();
        System.err.flush();
        if (code != 0)
            System.exit(code);
    }

    private static int run(StateFolder state, String... words) {
        var texts = Texts.english();
        var terminal = new Terminal(System.in, System.out, System.err, System.getenv(), state.path(), texts,
                Main::tour);
        return Words.run(terminal, words);
    }

    private static int tour(Path out, java.io.PrintStream log) {
        log.println(out);
        return 0;
    }
}
