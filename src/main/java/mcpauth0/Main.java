package mcpauth0;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mcpauth0.access.SystemKeychain;
import mcpauth0.cli.Terminal;
import mcpauth0.cli.Words;
import mcpauth0.http.Network;
import mcpauth0.text.Texts;

/** Where the program starts. It is no JavaFX class, so that words which need no window load none of it. */
public final class Main {

    private static final int SECONDS_TO_TIDY_UP = 20;
    private static final int OWN_TROUBLE = 3;

    private final StateFolder state;

    private Main(StateFolder state) {
        this.state = state;
    }

    static void main(String[] words) {
        System.setProperty("java.net.useSystemProxies", "true");
        System.exit(new Main(StateFolder.usual()).start(words));
    }

    private int start(String... words) {
        if (words.length == 0 && Display.reachable())
            return window();
        LogFile.open(state);
        var terminal = terminal();
        if (words.length == 0) {
            terminal.out().println(terminal.texts().get("cli.no-display"));
            return untilStopped(terminal, "tour");
        }
        return untilStopped(terminal, words);
    }

    /** Made only where it is wanted: the window does not wait for what the words need. */
    private Terminal terminal() {
        return new Terminal(System.in, readable(System.out, FileDescriptor.out),
                readable(System.err, FileDescriptor.err), System.getenv(), state.path(), Texts.english(), this::tour,
                SystemKeychain.ofThisComputer());
    }

    /** When somebody stops the program, what it made to test is deleted before it goes. */
    private static int untilStopped(Terminal terminal, String... words) {
        var worker = Thread.currentThread();
        var finished = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            if (finished.getCount() > 0)
                worker.interrupt();
            try {
                var _ = finished.await(SECONDS_TO_TIDY_UP, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        try {
            return Words.run(terminal, words);
        } finally {
            terminal.out().flush();
            terminal.err().flush();
            finished.countDown();
        }
    }

    private int window() {
        var missing = SystemLibraries.missingForPictures().or(SystemLibraries::missingForWindow);
        if (missing.isPresent())
            return say("cli.missing.window", missing.get());
        try (var one = OneInstance.claim(state).orElse(null)) {
            if (one == null)
                return another();
            return App.open(state, one::onKnock);
        } catch (IOException e) {
            return say("cli.no-state", state.path(), e);
        }
    }

    private int another() {
        if (!OneInstance.wake(state))
            return say("cli.running.silent");
        var _ = say("cli.running.forward");
        return 0;
    }

    private int tour(Path out, boolean brief, PrintStream log) {
        var missing = SystemLibraries.missingForPictures();
        if (missing.isPresent())
            return say("cli.missing.pictures", missing.get());
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        return new TourWalk(Network.system(), Texts.english()).run(out, brief, log);
    }

    private static int say(String key, Object... values) {
        readable(System.err, FileDescriptor.err).println(Texts.english().get(key, values));
        return OWN_TROUBLE;
    }

    /** Where nothing says how the terminal writes letters, it writes them as everybody does today. */
    private static PrintStream readable(PrintStream stream, FileDescriptor descriptor) {
        return stream.charset().equals(StandardCharsets.US_ASCII)
                ? new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8)
                : stream;
    }
}
