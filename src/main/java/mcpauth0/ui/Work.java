package mcpauth0.ui;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import javafx.application.Platform;

/**
 * Runs slow things beside the screen and brings the result back to it. Tests pass an executor that runs at once for
 * both, and everything happens in order on their own thread.
 */
public final class Work implements AutoCloseable {

    private final Executor background;
    private final Executor screen;

    public Work(Executor background, Executor screen) {
        this.background = background;
        this.screen = screen;
    }

    /** Virtual threads in the background, the JavaFX thread for results. */
    public static Work real() {
        return new Work(Executors.newVirtualThreadPerTaskExecutor(), Platform::runLater);
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

    @Override
    public void close() {
        if (background instanceof ExecutorService service)
            service.shutdownNow();
    }
}
