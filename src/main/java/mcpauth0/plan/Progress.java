package mcpauth0.plan;

import java.time.Duration;

/** Told how far applying or undoing has come, on the thread that does it. */
public interface Progress {

    /** A step's requests are about to be sent; {@code index} counts from 0. */
    default void starting(String step, int index, int count) {
    }

    /** The step was written and read back. */
    default void proven(String step, int index, int count) {
    }

    /** Waiting because the tenant limits the rate of requests. */
    default void waiting(Duration pause) {
    }

    Progress SILENT = new Progress() {
    };
}
