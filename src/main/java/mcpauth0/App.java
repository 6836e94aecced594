package mcpauth0;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javafx.stage.Window;
import mcpauth0.access.NamedConnections;
import mcpauth0.access.SystemKeychain;
import mcpauth0.http.Network;
import mcpauth0.oauth.agent.SystemBrowser;
import mcpauth0.text.Texts;
import mcpauth0.ui.FileChoice;
import mcpauth0.ui.Icon;
import mcpauth0.ui.Preferences;
import mcpauth0.ui.Services;
import mcpauth0.ui.Theme;
import mcpauth0.ui.Wizard;
import mcpauth0.ui.Work;
import mcpauth0.ui.model.Session;

/** The window: makes what the pages are given, and lives until it is closed. */
final class App {

    private static final double WIDTH = 1100;
    private static final double HEIGHT = 760;
    private static final double LEAST_WIDTH = 900;
    private static final double LEAST_HEIGHT = 640;

    private App() {
    }

    /**
     * Opens the window and blocks until it is closed.
     *
     * @param state exists
     * @param onKnock is given what brings the window forward
     * @return the exit code
     */
    static int open(StateFolder state, Texts texts, Consumer<Runnable> onKnock) {
        var closed = new CountDownLatch(1);
        Platform.startup(() -> {
            Theme.loadFonts();
            show(state.path(), texts, onKnock, closed);
        });
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Platform.exit();
        return 0;
    }

    private static void show(Path state, Texts texts, Consumer<Runnable> onKnock, CountDownLatch closed) {
        var stage = new Stage();
        var network = Network.system();
        var work = Work.real();
        var session = new Session(network, state);
        var services = new Services(network, state, new PracticeRoom(network), work, texts,
                new SystemBrowser(texts::get), files(stage), new Preferences(state),
                new NamedConnections(state, SystemKeychain.ofThisComputer()), Clock.systemUTC());
        stage.setScene(new Scene(new Wizard(services, session).root(), WIDTH, HEIGHT));
        stage.setTitle(texts.get("app.name"));
        stage.getIcons().setAll(Icon.images());
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setOnHidden(_ -> {
            work.close();
            session.forget();
            closed.countDown();
        });
        onKnock.accept(() -> Platform.runLater(() -> {
            stage.setIconified(false);
            stage.toFront();
            stage.requestFocus();
        }));
        stage.show();
    }

    private static FileChoice files(Window owner) {
        return new FileChoice() {
            @Override
            public void open(String title, Consumer<Path> chosen) {
                var file = chooser(title).showOpenDialog(owner);
                if (file != null)
                    chosen.accept(file.toPath());
            }

            @Override
            public void save(String title, String name, Consumer<Path> chosen) {
                var chooser = chooser(title);
                chooser.setInitialFileName(name);
                var file = chooser.showSaveDialog(owner);
                if (file != null)
                    chosen.accept(file.toPath());
            }
        };
    }

    private static FileChooser chooser(String title) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        return chooser;
    }
}
