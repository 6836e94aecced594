package mcpauth0.plan;

/** Told how far applying or undoing has come, on the thread that does it. */
public interface Progress {

    /** A step's requests are about to be sent; {@code index} counts from 0. */
    void starting(String step, int index, int count);

    /** The step was written and read back. */
    void proven(String step, int index, int count);

    /** Waiting because the tenant limits the rate of requests. */
    default void waiting(java.time.Duration pause) {
    }

    Progress SILENT = new Progress() {
        @Override
        public void starting(String step, int index, int count) {
            // Nobody watches.
        }

        @Override
        public void proven(String step, int index, int count) {
            // Nobody watches.
        }
    };
}
