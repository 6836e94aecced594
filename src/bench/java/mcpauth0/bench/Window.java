package mcpauth0.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
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

    /** Stands in what is written where frames begin and cease to count. */
    static final String BEGIN = "frames begin";
    static final String END = "frames end";
    /** Milliseconds that each answer takes longer. */
    private static final int SLOW = 500;
    private static final int WIDTH = 1100;
    private static final int HEIGHT = 760;

    private Window() {
    }

    static void main(String[] words) throws Exception {
        var state = Path.of(words[0]);
        Platform.startup(Theme::loadFonts);
        try (var pair = PracticePair.start(
                PracticePair.Options.of(PracticePair.Start.HEALTHY).atDistance(Duration.ofMillis(SLOW)));
                var work = Work.real()) {
            var network = new Network(Trust.only(List.of(pair.authority())), Network.Resolver.SYSTEM, Proxies.none(),
                    Clock.systemUTC());
            var wizard = on(() -> open(network, state, work));
            check(wizard, pair.mcpUrl());
            System.err.println(BEGIN);
            check(wizard, pair.mcpUrl());
            System.err.println(END);
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

    /** Presses the button and waits until the result is on the screen. */
    private static void check(Wizard wizard, String server) throws Exception {
        var done = new CountDownLatch(1);
        on(() -> {
            wizard.home();
            wizard.show(CheckServerPage.ID);
            var page = (CheckServerPage) wizard.page();
            page.suggest(server);
            press(wizard);
            if (page.forward().getValue() != null)
                press(wizard);
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    if (page.forward().getValue() != null) {
                        stop();
                        done.countDown();
                    }
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
