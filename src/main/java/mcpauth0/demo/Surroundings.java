package mcpauth0.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What lies between the checker and the pair: answers of the resolver, ways, the clock; written to a file. */
final class Surroundings {

    /** By which a published server goes; nobody can own it (RFC 2606). */
    static final String NAME = "mcp.practice.example";

    /** Where it appears to be: addresses that the whole world reaches, at the AS112 project's sink (RFC 7535). */
    private static final List<String> EVERYWHERE = List.of("192.31.196.1");

    private static final String PRIVATE = "10.20.30.40";

    private Surroundings() {
    }

    /**
     * @param faults of kind {@link Fault.Kind#SURROUNDINGS}
     * @param published whether the server goes by {@link #NAME}
     * @param port on which it is really found
     * @return a temporary file that {@code check --surroundings} reads; null where there is nothing to say
     */
    static @Nullable Path write(Set<String> faults, boolean published, int port) throws IOException {
        if (faults.isEmpty() && !published)
            return null;
        var said = JsonNodeFactory.instance.objectNode();
        var names = said.putObject("resolve");
        if (published)
            publish(said, names.putArray(NAME), faults, port);
        else {
            var addresses = names.putArray("localhost");
            // Nothing listens there: the pair is on 127.0.0.1 alone. No address at all means that there is no such name.
            if (!faults.contains("net-dns-nxdomain"))
                addresses.add("127.0.0.2");
        }
        said.put("clockOffsetSeconds", 0);
        var file = Files.createTempFile("practice-surroundings", ".json").toAbsolutePath();
        return Files.writeString(file, said.toPrettyString());
    }

    private static void publish(ObjectNode said, ArrayNode addresses, Set<String> faults, int port) {
        if (faults.contains("net-host-not-public"))
            addresses.add(PRIVATE);
        else
            EVERYWHERE.forEach(addresses::add);
        var ways = said.putObject("ways");
        for (var address : addresses)
            ways.put(address.textValue() + ":443", "127.0.0.1:" + port);
        said.put("publicAuthority", true);
    }
}
