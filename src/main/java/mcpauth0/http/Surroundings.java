package mcpauth0.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers of the resolver, ways of connections and the clock that replace the real ones, from a file that
 * {@code practice} writes: <code>{"resolve":{"mcp.practice.example":["192.31.196.1"]},
 * "ways":{"192.31.196.1:443":"127.0.0.1:8443"}, "authority":"public", "publicResolver":"https://localhost:8053/dns-query",
 * "slowMillis":3000, "lostMillis":10000, "clockOffsetSeconds":0}</code>. An empty list of addresses means that there is no
 * such name; {@code authority} takes the one of {@code --ca} for one that everybody knows ({@code public}) or that only this
 * computer's operating system knows ({@code system}). Ways lead to this machine alone, and with them every address that has
 * none is unreachable but for loopback, so that a file can send nobody elsewhere.
 *
 * @param publicResolver null for the usual one
 */
public record Surroundings(Map<String, List<InetAddress>> names, Map<String, InetSocketAddress> ways,
        Authority authority,
        @Nullable String publicResolver, Network.Patience patience, Duration clockOffset) {

    /** As what the authority of {@code --ca} passes. */
    public enum Authority {
        OPERATOR, PUBLIC, SYSTEM
    }

    public Surroundings {
        names = Map.copyOf(names);
        ways = Map.copyOf(ways);
    }

    /** Empty where the text does not say such a thing. */
    public static Optional<Surroundings> of(String text) {
        try {
            return Json.parse(text).filter(JsonNode::isObject).map(Surroundings::of);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Surroundings of(JsonNode root) {
        var names = new HashMap<String, List<InetAddress>>();
        for (var entry : root.path("resolve").properties()) {
            var found = new ArrayList<InetAddress>();
            for (var address : entry.getValue())
                found.add(InetAddress.ofLiteral(address.asText()));
            names.put(entry.getKey(), List.copyOf(found));
        }
        var ways = new HashMap<String, InetSocketAddress>();
        for (var entry : root.path("ways").properties())
            ways.put(entry.getKey(), loopback(entry.getValue().asText()));
        var usual = Network.Patience.USUAL;
        return new Surroundings(names, ways,
                Authority.valueOf(root.path("authority").asText("operator").toUpperCase(Locale.ROOT)),
                root.path("publicResolver").textValue(),
                new Network.Patience(Duration.ofMillis(root.path("slowMillis").asLong(usual.slow().toMillis())),
                        Duration.ofMillis(root.path("lostMillis").asLong(usual.lost().toMillis()))),
                Duration.ofSeconds(root.path("clockOffsetSeconds").asLong()));
    }

    /** Those of a network, changed by these. */
    public Network in(Network network) {
        var around = network.withResolver(host -> {
            var found = names.get(host);
            if (found == null)
                return network.resolver().resolve(host);
            if (found.isEmpty())
                throw new UnknownHostException(host);
            return found;
        }).withWays(new Played()).withClock(Clock.offset(network.clock(), clockOffset)).withPatience(patience)
                .withPublicResolver(publicResolver == null ? network.publicResolver() : publicResolver);
        return switch (authority) {
            case OPERATOR -> around;
            case PUBLIC -> around.withTrust(network.trust().asPublic());
            case SYSTEM -> around.withTrust(network.trust().asSystem());
        };
    }

    private final class Played implements Network.Ways {

        @Override
        public InetSocketAddress to(InetSocketAddress address) throws ConnectException {
            return way(address);
        }

        @Override
        public boolean practice() {
            return true;
        }
    }

    private InetSocketAddress way(InetSocketAddress address) throws ConnectException {
        var way = ways.get(address.getAddress().getHostAddress() + ":" + address.getPort());
        if (way != null)
            return way;
        if (address.getAddress().isLoopbackAddress())
            return address;
        throw new ConnectException("nothing leads there");
    }

    private static InetSocketAddress loopback(String text) {
        var end = text.lastIndexOf(':');
        if (end < 0)
            throw new IllegalArgumentException(text);
        var address = InetAddress.ofLiteral(text.substring(0, end));
        if (!address.isLoopbackAddress())
            throw new IllegalArgumentException(text);
        return new InetSocketAddress(address, Integer.parseInt(text.substring(end + 1)));
    }
}
