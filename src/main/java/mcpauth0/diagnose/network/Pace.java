package mcpauth0.diagnose.network;

import java.time.Duration;
import java.util.List;
import mcpauth0.http.Exchange;
import mcpauth0.http.Failure;
import org.jspecify.annotations.Nullable;

/** How fast the addresses answer that a client asks when it connects. */
public record Pace(List<Lap> laps) {

    /**
     * One address.
     *
     * @param again the same request once more, where the first took long; null where it did not
     */
    public record Lap(Exchange first, @Nullable Exchange again) {

        /** From the look-up of the name to the last byte. */
        Duration took() {
            return took(first);
        }

        static Duration took(Exchange exchange) {
            return Duration.ofMillis(exchange.timing().total());
        }

        /** Whether there was no answer within the time that it was given. */
        boolean gaveUp() {
            return first.failure() instanceof Failure.TimedOut;
        }
    }

    public Pace {
        laps = List.copyOf(laps);
    }
}
