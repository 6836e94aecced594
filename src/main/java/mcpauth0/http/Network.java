package mcpauth0.http;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.List;
import javax.net.SocketFactory;

/**
 * The surroundings of every request: whom to trust, how names become addresses, which proxy stands between, what time it
 * is. The practice and the tests put other surroundings here; nothing else in the program reaches for them.
 */
public record Network(Trust trust, Resolver resolver, Ways ways, Proxies proxies, Clock clock) {

    /** Where a connection to an address really goes: to itself, except in the practice and in tests. */
    @FunctionalInterface
    public interface Ways {
        /** @throws ConnectException when nothing leads there */
        InetSocketAddress to(InetSocketAddress address) throws ConnectException;

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
        this(trust, resolver, Ways.DIRECT, proxies, clock);
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
        return new Network(trust, resolver, newWays, proxies, clock);
    }

    public Network withTrust(Trust newTrust) {
        return new Network(newTrust, resolver, ways, proxies, clock);
    }

    public Network withResolver(Resolver newResolver) {
        return new Network(trust, newResolver, ways, proxies, clock);
    }

    public Network withClock(Clock newClock) {
        return new Network(trust, resolver, ways, proxies, newClock);
    }

    public Network withProxies(Proxies newProxies) {
        return new Network(trust, resolver, ways, newProxies, clock);
    }
}
