package mcpauth0;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.Image;
import javafx.stage.Stage;

/** Works the window in place of a person, off screen: types, presses, waits until something shows, takes pictures. */
final class Stagehand implements AutoCloseable {

    static final int WIDTH = 1100;
    static final int HEIGHT = 760;
    private static final int PATIENCE_SECONDS = 120;

    private final Stage stage;
    private final Scene scene;

    private Stagehand(Stage stage, Scene scene) {
        this.stage = stage;
        this.scene = scene;
    }

    /** Starts JavaFX, unless it runs already. */
    static void start() throws InterruptedException {
        var ready = new CountDownLatch(1);
        try {
            Platform.startup(ready::countDown);
            ready.await();
        } catch (IllegalStateException _) {
            // It runs already.
        }
        Platform.setImplicitExit(false);
    }

    /** Shows what {@code root} makes, on the screen thread, in a window of the usual size. */
    static Stagehand of(Supplier<Parent> root) throws InterruptedException {
        return on(() -> {
            var scene = new Scene(root.get(), WIDTH, HEIGHT);
            var stage = new Stage();
            stage.setScene(scene);
            stage.setX(0);
            stage.setY(0);
            stage.show();
            return new Stagehand(stage, scene);
        });
    }

    /** Does it on the screen thread and waits for it. */
    static <T> T on(Callable<T> deed) throws InterruptedException {
        var task = new FutureTask<>(deed);
        Platform.runLater(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** To choose from; on the screen thread. */
    @SuppressWarnings("unchecked") // what is chosen from here are words
    ChoiceBox<String> choice(String id) {
        return (ChoiceBox<String>) find(id);
    }

    void press(String id) throws InterruptedException {
        on(() -> {
            ((ButtonBase) find(id)).fire();
            return true;
        });
    }

    void type(String id, String text) throws InterruptedException {
        on(() -> {
            ((TextInputControl) find(id)).setText(text);
            return true;
        });
    }

    /** Whether a box or switch of that id is on. */
    boolean chosen(String id) {
        return find(id) instanceof CheckBox box && box.isSelected();
    }

    boolean shows(String id) {
        var node = scene.lookup("#" + id);
        return node != null && node.isVisible();
    }

    private javafx.scene.Node find(String id) {
        var node = scene.lookup("#" + id);
        if (node == null)
            throw new IllegalStateException("there is no #" + id + " on the page");
        return node;
    }

    /**
     * Waits until it is so, looking once a frame.
     *
     * @throws TimeoutException naming {@code what}, after two minutes
     */
    void until(String what, Supplier<Boolean> so) throws InterruptedException, TimeoutException {
        var happened = new CompletableFuture<Boolean>();
        var eyes = new AnimationTimer() {
            @Override
            public void handle(long now) {
                try {
                    if (so.get())
                        happened.complete(true);
                } catch (RuntimeException e) {
                    happened.completeExceptionally(e);
                }
            }
        };
        on(() -> {
            eyes.start();
            return true;
        });
        try {
            var _ = happened.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException _) {
            throw new TimeoutException(what);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            on(() -> {
                eyes.stop();
                return true;
            });
        }
    }

    /** The window as it is, once its layout has come to rest. */
    Image picture() throws InterruptedException {
        return on(() -> {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            return scene.snapshot(null);
        });
    }

    void picture(Path file) throws InterruptedException, IOException {
        Png.write(picture(), file);
    }

    @Override
    public void close() {
        Platform.runLater(stage::close);
    }
}
