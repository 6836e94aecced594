package mcpauth0.ui.model;

import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import mcpauth0.ui.Work;
import org.jspecify.annotations.Nullable;

/** What a model has under way beside the screen, one thing at a time. */
final class UnderWay {

    private final Work work;
    private @Nullable Future<?> future;
    private volatile @Nullable Thread writer;

    UnderWay(Work work) {
        this.work = work;
    }

    /** Begins something that can be ended at any moment, in place of what was under way. */
    <T> void read(Callable<T> what, Consumer<T> done, Consumer<Throwable> failed) {
        end();
        future = work.start(what, done, failed);
    }

    /** Begins something that writes: it can be asked to stop, and its end is always told. */
    <T> void write(Callable<T> what, Consumer<T> done, Consumer<Throwable> failed) {
        future = work.start(() -> {
            writer = Thread.currentThread();
            try {
                return what.call();
            } finally {
                writer = null;
            }
        }, done, failed);
    }

    /** Asks what writes to stop between two changes: what was begun is finished. */
    void interrupt() {
        var thread = writer;
        if (thread != null)
            thread.interrupt();
    }

    /** Ends it; nobody is told anything of it any more. */
    void end() {
        var ended = future;
        future = null;
        if (ended != null)
            ended.cancel(true);
    }
}
