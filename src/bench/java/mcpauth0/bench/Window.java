package mcpauth0.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import mcpauth0.access.Keychain;
import mcpauth0.access.NamedConnections;
import mcpauth0.demo.PracticePair;
import mcpauth0.http.Network;
import mcpauth0.http.Proxies;
import mcpauth0.http.Trust;
import mcpauth0.ui.FileChoice;
import mcpauth0.ui.Preferences;
import mcpauth0.ui.Services;
import mcpauth0.ui.Theme;
import mcpauth0.ui.Wizard;
import mcpauth0.ui.Work;
import mcpauth0.ui.model.Session;
import mcpauth0.ui.page.CheckServerPage;

/** The process in which {@link Frames} are counted: the real window, off screen, checks a server that is slow. */
final class Window {

    /** What the window does, in this order; the word stands in what is written where it begins. */
    enum Part {
        TURN, RUN, GROW, END
    }

    /** How often everything is done: before the program is loaded and compiled, and after. */
    static final int ROUNDS = 2;
    /** Frames that have nothing to do until what was begun is taken for done. */
    private static final int REST = 20;
    /** Milliseconds that each answer takes longer. */
    private static final int SLOW = 500;
    private static final int WIDTH = 1100;
    private static final int HEIGHT = 760;

    private Window() {
    }

    static void main(String[] words) throws Exception {
        var state = Path.of(words[0]);
        var faults = Arrays.copyOfRange(words, 1, words.length);
        Platform.startup(Theme::loadFonts);
        try (var pair = PracticePair.start(
                PracticePair.Options.of(PracticePair.Start.HEALTHY).atDistance(Duration.ofMillis(SLOW))
                        .withFaults(faults));
                var work = Work.real()) {
            var network = new Network(Trust.only(List.of(pair.authority())), Network.Resolver.SYSTEM, Proxies.none(),
                    Clock.systemUTC());
            var wizard = on(() -> open(network, state, work));
            for (int round = 0; round < ROUNDS; round++)
                check(wizard, pair.mcpUrl());
        } finally {
            Platform.exit();
        }
    }

    private static Wizard open(Network network, Path state, Work work) throws IOException {
        Files.createDirectories(state);
        var preferences = new Preferences(state);
        var wizard = new Wizard(new Services(network, state, () -> {
            throw new IOException("nobody practises here");
        }, work, preferences.texts(Locale.UK), url -> {
            throw new IOException(url);
        }, new NoFiles(), preferences, new NamedConnections(state, Keychain.none()), Clock.systemUTC()),
                new Session(network, state));
        var stage = new Stage();
        stage.setScene(new Scene(wizard.root(), WIDTH, HEIGHT));
        stage.show();
        return wizard;
    }

    /** As a person does it: turns to the page, presses the button, and reads the result when all of it is there. */
    private static void check(Wizard wizard, String server) throws Exception {
        begins(Part.TURN);
        on(() -> {
            wizard.home();
            wizard.show(CheckServerPage.ID);
            ((CheckServerPage) wizard.page().itself()).suggest(server);
            return true;
        });
        rest(wizard);
        begins(Part.RUN);
        on(() -> {
            press(wizard);
            return true;
        });
        until(() -> wizard.page().forward().getValue() != null);
        begins(Part.GROW);
        rest(wizard);
        begins(Part.END);
    }

    private static void begins(Part part) {
        System.err.print("\n" + part + "\n");
    }

    /** Waits until nothing has come to the page for some frames. */
    private static void rest(Wizard wizard) throws Exception {
        until(new Callable<>() {
            private int nodes;
            private int still;

            @Override
            public Boolean call() {
                var now = nodes(wizard.root());
                still = now == nodes ? still + 1 : 0;
                nodes = now;
                return still >= REST;
            }
        });
    }

    private static int nodes(Node node) {
        return node instanceof Parent parent
                ? 1 + parent.getChildrenUnmodifiable().stream().mapToInt(Window::nodes).sum()
                : 1;
    }

    /** @param reached asked in every frame */
    private static void until(Callable<Boolean> reached) throws Exception {
        var done = new CountDownLatch(1);
        on(() -> {
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    try {
                        if (!reached.call())
                            return;
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                    stop();
                    done.countDown();
                }
            }.start();
            return true;
        });
        done.await();
    }

    private static void press(Wizard wizard) {
        ((Button) wizard.root().lookup("#main-button")).fire();
    }

    private static <T> T on(Callable<T> deed) throws Exception {
        var task = new FutureTask<>(deed);
        Platform.runLater(task);
        return task.get();
    }

    private static final class NoFiles implements FileChoice {

        @Override
        public void open(String title, java.util.function.Consumer<Path> chosen) {
            // Nobody is there to choose one.
        }

        @Override
        public void save(String title, String name, java.util.function.Consumer<Path> chosen) {
            // Nobody is there to choose one.
        }

        @Override
        public void reveal(Path folder) {
            // Nobody is there to look.
        }
    }
}
