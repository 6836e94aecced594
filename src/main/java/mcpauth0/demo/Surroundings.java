package mcpauth0.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
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
        var said = JsonNodeFactory.instance.objectNode();
        var addresses = said.putObject("resolve").putArray("localhost");
        // Nothing listens there: the pair is on 127.0.0.1 alone. No address at all means that there is no such name.
        if (!faults.contains("net-dns-nxdomain"))
            addresses.add("127.0.0.2");
        said.put("clockOffsetSeconds", 0);
        var file = Files.createTempFile("practice-surroundings", ".json").toAbsolutePath();
        return Files.writeString(file, said.toPrettyString());
    }
}
