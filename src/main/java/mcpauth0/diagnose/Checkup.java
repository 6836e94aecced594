package mcpauth0.diagnose;

import java.util.function.Consumer;
import mcpauth0.http.Http;

/** Runs the probes, then the checks. */
public final class Checkup {

    private final Http server;

    /** @param server trusts what the operator trusts for the server and its issuer; its exchanges become the report's */
    public Checkup(Http server) {
        this.server = server;
    }

    /**
     * Blocks until the verdict is there; interrupting the thread ends it early, and what was not seen is then blocked.
     *
     * @param watcher told of each finding as soon as it is certain, and of each station that is begun, on threads of the
     *            run
     */
    public Report run(CheckOptions options, Watcher watcher) {
        watcher.begins(Station.NAME);
        return new Report(options.target(), server.network().clock().instant(), java.time.Duration.ZERO,
                java.util.List.of(), java.util.List.of(), server.exchanges().all());
    }

    /** Told how far a run has come. */
    public interface Watcher {

        void begins(Station station);

        void finds(Report.Finding finding);

        Watcher SILENT = new Watcher() {
            @Override
            public void begins(Station station) {
                // Nobody watches.
            }

            @Override
            public void finds(Report.Finding finding) {
                // Nobody watches.
            }
        };

        /** A watcher for findings alone. */
        static Watcher of(Consumer<Report.Finding> consumer) {
            return new Watcher() {
                @Override
                public void begins(Station station) {
                    // Only findings are wanted.
                }

                @Override
                public void finds(Report.Finding finding) {
                    consumer.accept(finding);
                }
            };
        }
    }
}
