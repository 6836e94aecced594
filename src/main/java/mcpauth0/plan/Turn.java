package mcpauth0.plan;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs work on a thread of its own, so that interrupting the caller cancels between two changes and never within one: a
 * request that changes something is not broken off halfway, everything else is.
 */
final class Turn {

    private @Nullable Thread worker;
    private boolean changing;
    private boolean cancelled;

    /** Blocks until the work has ended, whether of itself or because the caller was interrupted. */
    <R> R take(Supplier<R> work) {
        var task = new FutureTask<>(work::get);
        synchronized (this) {
            worker = Thread.ofVirtual().name("changes").start(task);
        }
        var interrupted = false;
        try {
            while (true)
                try {
                    return task.get();
                } catch (InterruptedException _) {
                    interrupted = true;
                    cancel();
                } catch (ExecutionException e) {
                    switch (e.getCause()) {
                        case RuntimeException defect -> throw defect;
                        case Error error -> throw error;
                        case null, default -> throw new IllegalStateException(e.getCause());
                    }
                }
        } finally {
            if (interrupted)
                Thread.currentThread().interrupt();
        }
    }

    private synchronized void cancel() {
        cancelled = true;
        if (!changing && worker != null)
            worker.interrupt();
    }

    /** Whether the next change may begin; from then on nothing interrupts until {@link #changed()}. */
    synchronized boolean mayChange() {
        changing = !cancelled;
        return changing;
    }

    synchronized void changed() {
        changing = false;
    }
}
