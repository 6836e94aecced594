package mcpauth0;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.animation.AnimationTimer;
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
import mcpauth0.ui.page.SettingsPage;

/** The window: makes what the pages are given, and lives until it is closed. */
final class App {

    private static final double WIDTH = 1100;
    private static final double HEIGHT = 760;
    private static final double LEAST_WIDTH = 900;
    private static final double LEAST_HEIGHT = 640;

    /** Then JavaFX says at once that it should not be there, which belongs into the log. */
    private static final boolean ON_CLASS_PATH = ModuleLayer.boot().findModule("javafx.graphics").isEmpty();

    private static final Logger LOG = Logger.getLogger(App.class.getName());

    private final Path state;
    private final Network network;
    private final Work work = Work.real();
    private final Preferences preferences;
    private final Stage stage = new Stage();
    private Session session;
    @SuppressWarnings("NullAway.Init")
    private Wizard wizard;

    /** What takes long and needs no toolkit. */
    private record Beginning(Network network, Preferences preferences, Texts texts) {
        static Beginning in(StateFolder state) {
            var preferences = new Preferences(state.path());
            Theme.begin(preferences);
            var texts = preferences.texts(language());
            if (!ON_CLASS_PATH)
                LogFile.open(state);
            return new Beginning(Network.system(), preferences, texts);
        }
    }

    private App(Path state, Beginning beginning) {
        this.state = state;
        this.network = beginning.network();
        this.preferences = beginning.preferences();
        this.session = new Session(network, state);
    }

    /**
     * Opens the window and blocks until it is closed.
     *
     * @param state exists
     * @param onKnock is given what brings the window forward
     * @return the exit code
     */
    static int open(StateFolder state, Consumer<Runnable> onKnock) {
        var closed = new CountDownLatch(1);
        if (ON_CLASS_PATH)
            LogFile.open(state);
        Executor beside = task -> Thread.ofPlatform().daemon().start(task);
        var beginning = CompletableFuture.supplyAsync(() -> Beginning.in(state), beside);
        Platform.startup(() -> {
            var fonts = CompletableFuture.runAsync(Theme::loadFonts, beside);
            var ready = beginning.join();
            var app = new App(state.path(), ready);
            app.wizard = app.furnish(ready.texts());
            fonts.join();
            app.show(onKnock, closed);
        });
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Platform.exit();
        return 0;
    }

    private void show(Consumer<Runnable> onKnock, CountDownLatch closed) {
        stage.setScene(new Scene(wizard.root(), WIDTH, HEIGHT));
        stage.setOnCloseRequest(asked -> {
            // It closes once everything is kept; where the page has a question, after its yes.
            asked.consume();
            wizard.close(stage::close);
        });
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setOnHidden(_ -> {
            work.close();
            session.forget();
            closed.countDown();
        });
        preferences.languageProperty().subscribe((_, _) -> speakAnew());
        stage.show();
        onceDrawn(onKnock);
    }

    private void comeForward() {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    /** Says in the log when the second frame came, the first that shows the page whole; and makes what could wait for it. */
    private void onceDrawn(Consumer<Runnable> onKnock) {
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                if (++frames < 2)
                    return;
                stop();
                LOG.log(Level.INFO, "The first page stood at {0}.", Instant.now());
                Platform.runLater(() -> stage.getIcons().setAll(Icon.images()));
                wizard.makeReady(work);
                var _ = work.start(() -> {
                    onKnock.accept(() -> Platform.runLater(App.this::comeForward));
                    return network.trust().manager();
                }, _ -> {
                }, thrown -> LOG.log(Level.WARNING, "after the first page", thrown));
            }
        }.start();
    }

    private static Locale language() {
        return Locale.getDefault(Locale.Category.DISPLAY);
    }

    private Wizard furnish(Texts texts) {
        stage.setTitle(texts.get("app.name"));
        var services = new Services(network, state, new PracticeRoom(network), work, texts,
                new SystemBrowser(texts::get), files(stage), preferences,
                new NamedConnections(state, SystemKeychain.ofThisComputer()), Clock.systemUTC());
        var made = new Wizard(services, session);
        Thread.currentThread().setUncaughtExceptionHandler((_, thrown) -> made.fail(thrown));
        return made;
    }

    /** Everything is made anew in the other language; the set-up is on the shelf, and the tenant is connected to again. */
    private void speakAnew() {
        session.forget();
        session = new Session(network, state);
        wizard = furnish(preferences.texts(language()));
        stage.getScene().setRoot(wizard.root());
        wizard.show(SettingsPage.ID);
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

            @Override
            public void reveal(Path folder) throws IOException {
                FolderWindow.open(folder);
            }

            @Override
            public void save(String title, String name, List<Kind> kinds, Consumer<Path> chosen) {
                var chooser = chooser(title);
                chooser.setInitialFileName(name);
                var filters = kinds.stream()
                        .map(kind -> new FileChooser.ExtensionFilter(kind.name(), "*." + kind.ending())).toList();
                chooser.getExtensionFilters().setAll(filters);
                var file = chooser.showSaveDialog(owner);
                if (file != null)
                    chosen.accept(withEnding(file.toPath(), kinds,
                            filters.indexOf(chooser.getSelectedExtensionFilter())));
            }
        };
    }

    /** Not every system puts the ending of the chosen kind there. */
    private static Path withEnding(Path file, List<FileChoice.Kind> kinds, int chosen) {
        var name = file.getFileName().toString();
        return kinds.stream().anyMatch(kind -> name.endsWith("." + kind.ending()))
                ? file
                : file.resolveSibling(name + "." + kinds.get(Math.max(0, chosen)).ending());
    }

    private static FileChooser chooser(String title) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        return chooser;
    }
}
