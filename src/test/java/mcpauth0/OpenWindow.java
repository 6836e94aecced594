package mcpauth0;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import mcpauth0.access.InMemoryKeychain;
import mcpauth0.access.NamedConnections;
import mcpauth0.demo.PracticePair;
import mcpauth0.export.report.Samples;
import mcpauth0.http.Network;
import mcpauth0.text.Texts;
import mcpauth0.ui.FileChoice;
import mcpauth0.ui.Practice;
import mcpauth0.ui.Preferences;
import mcpauth0.ui.Services;
import mcpauth0.ui.Theme;
import mcpauth0.ui.Wizard;
import mcpauth0.ui.Work;
import mcpauth0.ui.model.Session;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** The real window on the practice pair, with everything happening at once on the screen's thread. */
final class OpenWindow implements AutoCloseable {

    final InMemoryKeychain keychain = new InMemoryKeychain();
    final Files files = new Files();
    /** What was to be opened in the browser, which there is not. */
    final List<String> opened = new CopyOnWriteArrayList<>();
    final Preferences preferences;
    final Session session;
    final Wizard wizard;
    final Scene scene;
    /** Does everything at once, until a test puts another in its place. */
    volatile Executor background = Runnable::run;
    private @Nullable PracticePair pair;
    private final Stage stage;

    private OpenWindow(Path state, @Nullable Work given, Texts texts) {
        var work = given == null ? new Work(task -> background.execute(task), OpenWindow::atOnce) : given;
        var network = Network.system();
        preferences = new Preferences(state);
        session = new Session(network, state);
        var services = new Services(network, state, this::practise, work, texts, url -> {
            opened.add(url);
            throw new IOException("no browser here");
        }, files, preferences, new NamedConnections(state, keychain), Clock.systemUTC());
        wizard = new Wizard(services, session);
        scene = new Scene(wizard.root(), 1100, 760);
        stage = new Stage();
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    static OpenWindow open(Path state) throws Exception {
        return open(state, null);
    }

    static OpenWindow open(Path state, @Nullable Work work) throws Exception {
        return open(state, work, Texts.english());
    }

    static OpenWindow open(Path state, @Nullable Work work, Texts texts) throws Exception {
        FxToolkit.registerPrimaryStage();
        return onScreen(() -> {
            Theme.loadFonts();
            return new OpenWindow(state, work, texts);
        });
    }

    private static void atOnce(Runnable news) {
        if (Platform.isFxApplicationThread())
            news.run();
        else
            Platform.runLater(news);
    }

    private Practice.Pair practise() throws IOException {
        var started = PracticePair.start(PracticePair.Options.of(PracticePair.Start.BLANK));
        pair = started;
        return PracticeRoom.running(started, Network.system());
    }

    /** The pair that is practised on. */
    PracticePair pair() {
        return Objects.requireNonNull(pair);
    }

    static <T> T onScreen(Callable<T> what) throws Exception {
        var task = new FutureTask<>(what);
        Platform.runLater(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause)
                throw cause;
            if (e.getCause() instanceof Error cause)
                throw cause;
            throw e;
        }
    }

    <T extends Node> T find(String id, Class<T> type) throws Exception {
        return onScreen(() -> {
            settle();
            var found = scene.lookup("#" + id);
            if (found == null)
                throw new AssertionError("no #" + id + " on page " + wizard.page().id());
            return type.cast(found);
        });
    }

    boolean there(String id) throws Exception {
        return onScreen(() -> {
            settle();
            var found = scene.lookup("#" + id);
            return found != null && found.isVisible();
        });
    }

    void press(String id) throws Exception {
        var button = find(id, ButtonBase.class);
        onScreen(() -> {
            button.fire();
            settle();
            return true;
        });
    }

    /** Brings a signed report to its page, and compares it with an altered one. */
    void openReports(Path folder) throws Exception {
        var signed = Samples.signed();
        onScreen(() -> {
            wizard.show("report");
            return true;
        });
        files.next = java.nio.file.Files.writeString(folder.resolve("one.json"), signed);
        press("report-open");
        files.next = java.nio.file.Files.writeString(folder.resolve("other.json"),
                signed.replace("\"verdict\" : \"holds\"", "\"verdict\" : \"blocked\""));
        press("report-compare");
    }

    /** Opens the menu and takes that entry. */
    void choose(String menu, String item) throws Exception {
        var button = find(menu, MenuButton.class);
        onScreen(() -> {
            button.show();
            button.getItems().stream().filter(one -> item.equals(one.getId())).findFirst()
                    .orElseThrow(() -> new AssertionError("no #" + item + " in #" + menu)).fire();
            button.hide();
            settle();
            return true;
        });
    }

    void type(String id, String text) throws Exception {
        var input = find(id, TextInputControl.class);
        onScreen(() -> {
            input.setText(text);
            return true;
        });
    }

    /** The words on the screen, label by label. */
    String words() throws Exception {
        return onScreen(() -> {
            settle();
            var all = new StringBuilder();
            collect(scene.getRoot(), all::append);
            return all.toString();
        });
    }

    private static void collect(Node node, Consumer<String> words) {
        if (!node.isVisible())
            return;
        if (node instanceof javafx.scene.control.Labeled label && label.getText() != null)
            words.accept(label.getText() + "\n");
        if (node instanceof TextInputControl input && input.getText() != null)
            words.accept(input.getText() + "\n");
        if (node instanceof javafx.scene.Parent parent)
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, words));
    }

    String page() throws Exception {
        return onScreen(() -> wizard.page().id());
    }

    String title() throws Exception {
        return find("page-title", Label.class).getText();
    }

    /** The id of what has the keyboard. */
    String focused() throws Exception {
        return onScreen(() -> {
            var owner = scene.getFocusOwner();
            return owner == null ? "nobody" : String.valueOf(owner.getId());
        });
    }

    /** Waits until the toolkit has drawn what is there, and has seen to the keyboard. */
    void restful() throws Exception {
        for (var i = 0; i < 2; i++) {
            var drawn = new CountDownLatch(1);
            onScreen(() -> {
                var after = new Runnable[1];
                after[0] = () -> {
                    scene.removePostLayoutPulseListener(after[0]);
                    drawn.countDown();
                };
                scene.addPostLayoutPulseListener(after[0]);
                Platform.requestNextPulse();
                return true;
            });
            drawn.await();
        }
    }

    /** Hands that press and click, with that node in sight and with the keyboard. */
    FxRobot robot(String id) throws Exception {
        var node = find(id, Node.class);
        onScreen(() -> {
            node.requestFocus();
            return true;
        });
        restful();
        return new FxRobot();
    }

    void resize(int width, int height) throws Exception {
        onScreen(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
            settle();
            return true;
        });
    }

    void settle() {
        for (var i = 0; i < 2; i++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
    }

    @Override
    public void close() {
        try {
            onScreen(() -> {
                stage.close();
                session.forget();
                return true;
            });
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** The file that is chosen next, in place of a dialog. */
    static final class Files implements FileChoice {

        @Nullable
        Path next;

        @Override
        public void open(String title, Consumer<Path> chosen) {
            choose(title, chosen);
        }

        @Override
        public void save(String title, String name, Consumer<Path> chosen) {
            choose(title, chosen);
        }

        /** What was to be shown in the system's program for files. */
        final List<Path> revealed = new CopyOnWriteArrayList<>();

        @Override
        public void reveal(Path folder) {
            revealed.add(folder);
        }

        private void choose(String title, Consumer<Path> chosen) {
            var file = next;
            if (file == null)
                throw new UnsupportedOperationException(title);
            chosen.accept(file);
        }
    }
}
