package mcpauth0.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Faults that lie between the checker and the pair: answers of the resolver and the clock, written to a file. */
final class Surroundings {

    private Surroundings() {
    }

    /**
     * @param faults of kind {@link Fault.Kind#SURROUNDINGS}
     * @return a temporary file that {@code check --surroundings} reads; null where there is nothing to say
     */
    static @Nullable Path write(Set<String> faults) throws IOException {
        if (faults.isEmpty())
            return null;
        throw new IOException("not there yet: " + faults);
    }
}
