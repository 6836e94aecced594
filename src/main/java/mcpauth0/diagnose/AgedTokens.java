package mcpauth0.diagnose;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import mcpauth0.setup.Secret;

/**
 * Access tokens of our own that wait until they have run out, to be shown once more to the server that they were for: it
 * must then refuse them. One for each resource; it is gone once it was taken, or a week after it ran out. They are kept in
 * memory or where the operator lets secrets be kept, never in a file. Safe for use by many threads.
 */
public interface AgedTokens {

    /** How long after its end a token is surely stale: beyond any leeway that libraries grant for clocks. */
    Duration STALE = Duration.ofMinutes(10);

    /** After that it is of no more use than any other string. */
    Duration FORGOTTEN = Duration.ofDays(7);

    /** Keeps it, unless one waits already for that resource: it would never get old where runs follow one another. */
    void keep(String resource, Secret token, Instant expires);

    /** The one for that resource which has run out {@link #STALE} ago; it is kept no longer. */
    Optional<Secret> take(String resource, Instant now);

    /** Keeps none. */
    AgedTokens NONE = new AgedTokens() {
        @Override
        public void keep(String resource, Secret token, Instant expires) {
            // It is not wanted.
        }

        @Override
        public Optional<Secret> take(String resource, Instant now) {
            return Optional.empty();
        }
    };

    /** Keeps them as long as the program runs. */
    static AgedTokens inMemory() {
        record Waiting(Secret token, Instant expires) {
        }
        Map<String, Waiting> all = new ConcurrentHashMap<>();
        return new AgedTokens() {
            @Override
            public void keep(String resource, Secret token, Instant expires) {
                all.putIfAbsent(resource, new Waiting(token, expires));
            }

            @Override
            public Optional<Secret> take(String resource, Instant now) {
                all.values().removeIf(one -> now.isAfter(one.expires.plus(FORGOTTEN)));
                var waiting = all.get(resource);
                return waiting == null || now.isBefore(waiting.expires.plus(STALE)) || !all.remove(resource, waiting)
                        ? Optional.empty()
                        : Optional.of(waiting.token);
            }
        };
    }
}
