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
    private final Terminal terminal;

    private Main(StateFolder state) {
        this.state = state;
        this.terminal = new Terminal(System.in, readable(System.out, FileDescriptor.out),
                readable(System.err, FileDescriptor.err), System.getenv(), state.path(), Texts.english(), this::tour,
                SystemKeychain.ofThisComputer());
    }

    static void main(String[] words) {
        System.setProperty("java.net.useSystemProxies", "true");
        var state = StateFolder.usual();
        LogFile.open(state);
        System.exit(new Main(state).start(words));
    }

    private int start(String... words) {
        if (words.length == 0 && Display.reachable())
            return window();
        if (words.length == 0) {
            terminal.out().println(terminal.texts().get("cli.no-display"));
            return untilStopped("tour");
        }
        return untilStopped(words);
    }

    /** When somebody stops the program, what it made to test is deleted before it goes. */
    private int untilStopped(String... words) {
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
            return sayMissing("cli.missing.window", missing.get());
        try (var one = OneInstance.claim(state).orElse(null)) {
            if (one == null)
                return another();
            return App.open(state, one::onKnock);
        } catch (IOException e) {
            terminal.err().println(terminal.texts().get("cli.no-state", state.path(), e));
            return OWN_TROUBLE;
        }
    }

    private int another() {
        var came = OneInstance.wake(state);
        terminal.err().println(terminal.texts().get(came ? "cli.running.forward" : "cli.running.silent"));
        return came ? 0 : OWN_TROUBLE;
    }

    private int tour(Path out, boolean brief, PrintStream log) {
        var missing = SystemLibraries.missingForPictures();
        if (missing.isPresent())
            return sayMissing("cli.missing.pictures", missing.get());
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        return new TourWalk(Network.system(), terminal.texts()).run(out, brief, log);
    }

    private int sayMissing(String key, String packages) {
        terminal.err().println(terminal.texts().get(key, packages));
        return OWN_TROUBLE;
    }

    /** Where nothing says how the terminal writes letters, it writes them as everybody does today. */
    private static PrintStream readable(PrintStream stream, FileDescriptor descriptor) {
        return stream.charset().equals(StandardCharsets.US_ASCII)
                ? new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8)
                : stream;
    }
}
