package mcpauth0.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mcpauth0.http.Json;
import mcpauth0.http.Network;

/**
 * Answers of the resolver and the clock that replace the real ones, from a file that {@code practice} writes:
 * <code>{"resolve":{"localhost":["127.0.0.2"]},"clockOffsetSeconds":0}</code>. An empty list of addresses means that
 * there is no such name. Only loopback addresses are taken, so that a file can send nobody elsewhere.
 */
record Surroundings(Map<String, List<InetAddress>> names, Duration clockOffset) {

    Surroundings {
        names = Map.copyOf(names);
    }

    static Surroundings read(Terminal terminal, Path file) {
        var root = Json.parse(FileWords.read(terminal, file)).filter(JsonNode::isObject)
                .orElseThrow(() -> new WrongWords(terminal.sentence("cli.surroundings.bad", file)));
        var names = new HashMap<String, List<InetAddress>>();
        for (var entry : root.path("resolve").properties()) {
            var found = new ArrayList<InetAddress>();
            for (var address : entry.getValue())
                found.add(loopback(terminal, file, address.asText()));
            names.put(entry.getKey(), List.copyOf(found));
        }
        return new Surroundings(names, Duration.ofSeconds(root.path("clockOffsetSeconds").asLong()));
    }

    Network in(Network network) {
        return network.withResolver(host -> {
            var found = names.get(host);
            if (found == null)
                return network.resolver().resolve(host);
            if (found.isEmpty())
                throw new UnknownHostException(host);
            return found;
        }).withClock(Clock.offset(network.clock(), clockOffset));
    }

    private static InetAddress loopback(Terminal terminal, Path file, String text) {
        try {
            var address = InetAddress.ofLiteral(text);
            if (address.isLoopbackAddress())
                return address;
        } catch (IllegalArgumentException _) {
            // said below
        }
        throw new WrongWords(terminal.sentence("cli.surroundings.bad", file));
    }
}
