package mcpauth0.ui;

import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.util.Subscription;

/**
 * Runs slow things beside the screen and brings the result back to it. Tests pass an executor that runs at once for
 * both, and everything happens in order on their own thread.
 */
public final class Work implements AutoCloseable {

    private final Executor background;
    private final Executor screen;
    private final Executor frame;

    /** What is done in pieces is done at once. */
    public Work(Executor background, Executor screen) {
        this(background, screen, Runnable::run);
    }

    /** @param frame runs on the screen thread after the next frame; called there */
    public Work(Executor background, Executor screen, Executor frame) {
        this.background = background;
        this.screen = screen;
        this.frame = frame;
    }

    /** Virtual threads in the background, the JavaFX thread for results, and its frames for what is done in pieces. */
    public static Work real() {
        return new Work(Executors.newVirtualThreadPerTaskExecutor(), Platform::runLater, Work::afterNextFrame);
    }

    /** After the next frame, so that what was done before is on the screen by then and does not share a frame with it. */
    private static void afterNextFrame(Runnable piece) {
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                stop();
                Platform.runLater(piece);
            }
        }.start();
    }

    /** Everything at once, on the calling thread. */
    public static Work immediate() {
        return new Work(Runnable::run, Runnable::run);
    }

    /**
     * Starts it.
     *
     * @param failed given whatever the callable threw, on the screen thread
     * @return cancel with {@code cancel(true)}: the thread is interrupted, which ends its calls, and neither consumer is
     *         told anything any more
     */
    public <T> Future<T> start(Callable<T> callable, Consumer<T> done, Consumer<Throwable> failed) {
        var task = new FutureTask<>(callable) {

            private volatile boolean unwanted;

            // What is done already may still be on its way to the screen.
            @Override
            public boolean cancel(boolean interrupt) {
                unwanted = true;
                return super.cancel(interrupt);
            }

            @Override
            protected void done() {
                switch (state()) {
                    case SUCCESS -> deliver(() -> done.accept(resultNow()));
                    case FAILED -> deliver(() -> failed.accept(exceptionNow()));
                    case CANCELLED, RUNNING -> {
                        // Whoever cancelled it knows.
                    }
                }
            }

            private void deliver(Runnable news) {
                screen.execute(() -> {
                    if (!unwanted)
                        news.run();
                });
            }
        };
        background.execute(task);
        return task;
    }

    /** Brings news of work that goes on to the screen thread. */
    public void onScreen(Runnable news) {
        screen.execute(news);
    }

    /** Brings news that may come faster than frames: after the next one, so that it is told together with what follows. */
    public void onNextFrame(Runnable news) {
        screen.execute(() -> frame.execute(news));
    }

    /**
     * Does on the screen thread what would take long in one go: the first piece now, each of the others in a frame of its
     * own, and the screen answers between them. Called on the screen thread.
     *
     * @param pieces each is asked for when its turn has come
     * @return ends it: what is not done yet is not done any more
     */
    public Subscription inPieces(Iterator<Runnable> pieces) {
        return new Piecework(pieces, frame);
    }

    private static final class Piecework implements Subscription {

        private final Iterator<Runnable> pieces;
        private final Executor frame;
        private boolean wanted = true;

        Piecework(Iterator<Runnable> pieces, Executor frame) {
            this.pieces = pieces;
            this.frame = frame;
            piece();
        }

        private void piece() {
            if (!wanted || !pieces.hasNext())
                return;
            pieces.next().run();
            if (pieces.hasNext())
                frame.execute(this::piece);
        }

        @Override
        public void unsubscribe() {
            wanted = false;
        }
    }

    @Override
    public void close() {
        if (background instanceof ExecutorService service)
            service.shutdownNow();
    }
}
