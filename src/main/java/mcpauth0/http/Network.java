package mcpauth0.http;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.net.SocketFactory;

/**
 * The surroundings of every request: whom to trust, how names become addresses, which proxy stands between, what time it
 * is. The practice and the tests put other surroundings here; nothing else in the program reaches for them.
 *
 * @param publicResolver address of a resolver that sees what the whole world sees (DNS over HTTPS, RFC 8484); it is asked
 *            only where the operator agrees
 */
public record Network(Trust trust, Resolver resolver, Ways ways, Proxies proxies, Clock clock, String publicResolver,
        Patience patience) {

    /** The one that is asked unless the surroundings name another. */
    public static final String USUAL_PUBLIC_RESOLVER = "https://cloudflare-dns.com/dns-query";

    /**
     * How long people and programs wait for one answer.
     *
     * @param slow from then on it is worth a word
     * @param lost from then on hosted clients have given up
     */
    public record Patience(Duration slow, Duration lost) {
        public static final Patience USUAL = new Patience(Duration.ofSeconds(3), Duration.ofSeconds(10));
    }

    /** Where a connection to an address really goes: to itself, except in the practice and in tests. */
    @FunctionalInterface
    public interface Ways {
        /** @throws ConnectException when nothing leads there */
        InetSocketAddress to(InetSocketAddress address) throws ConnectException;

        /** Whether everything is on this machine, also what passes for being elsewhere. */
        default boolean practice() {
            return false;
        }

        Ways DIRECT = address -> address;
    }

    /** Names to addresses, like the system's resolver. */
    @FunctionalInterface
    public interface Resolver {
        /** @throws UnknownHostException when the name has no address */
        List<InetAddress> resolve(String host) throws UnknownHostException;

        Resolver SYSTEM = host -> List.of(InetAddress.getAllByName(host));
    }

    /** With addresses that lead to themselves. */
    public Network(Trust trust, Resolver resolver, Proxies proxies, Clock clock) {
        this(trust, resolver, Ways.DIRECT, proxies, clock, USUAL_PUBLIC_RESOLVER, Patience.USUAL);
    }

    /** This machine as it is. */
    public static Network system() {
        return new Network(Trust.system(), Resolver.SYSTEM, Proxies.system(), Clock.systemUTC());
    }

    /** Makes sockets that are not connected yet, and that take these ways when they are. */
    public SocketFactory sockets() {
        return new WaySockets(ways);
    }

    public Network withWays(Ways newWays) {
        return new Network(trust, resolver, newWays, proxies, clock, publicResolver, patience);
    }

    public Network withTrust(Trust newTrust) {
        return new Network(newTrust, resolver, ways, proxies, clock, publicResolver, patience);
    }

    public Network withResolver(Resolver newResolver) {
        return new Network(trust, newResolver, ways, proxies, clock, publicResolver, patience);
    }

    public Network withClock(Clock newClock) {
        return new Network(trust, resolver, ways, proxies, newClock, publicResolver, patience);
    }

    public Network withProxies(Proxies newProxies) {
        return new Network(trust, resolver, ways, newProxies, clock, publicResolver, patience);
    }

    public Network withPublicResolver(String address) {
        return new Network(trust, resolver, ways, proxies, clock, address, patience);
    }

    public Network withPatience(Patience other) {
        return new Network(trust, resolver, ways, proxies, clock, publicResolver, other);
    }
}
