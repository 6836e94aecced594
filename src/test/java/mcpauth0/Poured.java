package mcpauth0;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import mcpauth0.text.Texts;

/** Secrets that were poured into the program, and everything that it left meanwhile, to be searched for them. */
final class Poured implements AutoCloseable {

    /** Shorter ones, such as the practice password, are words of their own. */
    private static final int SHORTEST = 16;
    private static final String ONCE = Texts.english().get("page.client.secret");

    /** What the program left, by where it left it. */
    final Map<String, String> left = new LinkedHashMap<>();
    final TreeSet<String> secrets = new TreeSet<>();
    /** Secrets in the one field that shows one, by the page that it was on. */
    final Map<String, String> shownOnce = new LinkedHashMap<>();
    private final Path folder;
    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final Handler listener = new Handler() {
        private final SimpleFormatter plain = new SimpleFormatter();

        @Override
        public void publish(LogRecord entry) {
            logged.add(plain.format(entry));
        }

        @Override
        public void flush() {
            // It is in memory.
        }

        @Override
        public void close() {
            // It is in memory.
        }
    };
    private int marks;

    /** @param folder where the program leaves its files; what stands in {@code inputs} is not its own */
    Poured(Path folder) {
        this.folder = folder;
        Logger.getLogger("").addHandler(listener);
        listener.setLevel(Level.ALL);
        Logger.getLogger("mcpauth0").setLevel(Level.ALL);
    }

    /** A secret that nobody else could have written. */
    String mark() {
        var marked = "marked-secret-nobody-may-see-" + ++marks;
        secrets.add(marked);
        return marked;
    }

    /** A file that the operator has. */
    Path file(String name, String content) throws Exception {
        return Files.writeString(Files.createDirectories(folder.resolve("inputs")).resolve(name), content);
    }

    /** A private key in a file; each of its lines is secret. */
    Path key(String name, String pem) throws Exception {
        secrets.addAll(pem.lines().filter(line -> !line.startsWith("-----")).toList());
        return file(name, pem);
    }

    void keep(String what, Object thing) {
        left.put(what + " " + left.size(), String.valueOf(thing));
    }

    /** Everything in the window, also what is not shown at the moment, what a screen reader would say, what hovers. */
    void look(OpenWindow window) throws Exception {
        var page = window.page();
        var words = OpenWindow.onScreen(() -> {
            window.settle();
            var all = new StringBuilder();
            collect(page, window.scene.getRoot(), all);
            return all.toString();
        });
        assertThat(words).isNotBlank();
        keep("window " + page, words);
    }

    private void collect(String page, Node node, StringBuilder words) {
        if (node instanceof TextInputControl input && ONCE.equals(input.getAccessibleText())
                && !(input instanceof PasswordField) && !input.isEditable()) {
            shownOnce.put(page, input.getText());
            return;
        }
        words.append(node.getAccessibleText()).append('\n').append(node.getAccessibleHelp()).append('\n');
        if (node instanceof Labeled label)
            words.append(label.getText()).append('\n');
        if (node instanceof Text text)
            words.append(text.getText()).append('\n');
        if (node instanceof TextInputControl input && !(input instanceof PasswordField))
            words.append(input.getText()).append('\n');
        if (node instanceof Control control && control.getTooltip() != null)
            words.append(control.getTooltip().getText()).append('\n');
        if (node instanceof Parent parent)
            parent.getChildrenUnmodifiable().forEach(child -> collect(page, child, words));
    }

    /**
     * Searches everything.
     *
     * @param kinds what the names of some places end or begin with: something of each kind must have been looked through
     */
    void search(String... kinds) throws Exception {
        keep("logs", String.join("", logged));
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList())
                if (!file.startsWith(folder.resolve("inputs")))
                    left.put(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
        }
        assertThat(Arrays.asList(kinds)).allSatisfy(kind -> assertThat(left.keySet())
                .anyMatch(place -> place.startsWith(kind) || place.endsWith(kind)));
        // The id of the client that was registered to test goes in as a credential, and is kept to be used again.
        var kept = folder.resolve("state").resolve("clients").toString();
        left.forEach((where, text) -> secrets.stream().filter(secret -> secret.length() >= SHORTEST)
                .filter(secret -> !where.startsWith(kept) || !secret.startsWith("tpc_"))
                .forEach(secret -> assertThat(text.contains(secret)).as("%s holds %s", where, secret).isFalse()));
    }

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(listener);
    }
}
