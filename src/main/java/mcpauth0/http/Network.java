package mcpauth0.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.List;

/**
 * The surroundings of every request: whom to trust, how names become addresses, which proxy stands between, what time it
 * is. The practice and the tests put other surroundings here; nothing else in the program reaches for them.
 */
public record Network(Trust trust, Resolver resolver, Proxies proxies, Clock clock) {

    /** Names to addresses, like the system's resolver. */
    @FunctionalInterface
    public interface Resolver {
        /** @throws UnknownHostException when the name has no address */
        List<InetAddress> resolve(String host) throws UnknownHostException;

        Resolver SYSTEM = host -> List.of(InetAddress.getAllByName(host));
    }

    /** This machine as it is. */
    public static Network system() {
        return new Network(Trust.system(), Resolver.SYSTEM, Proxies.system(), Clock.systemUTC());
    }

    public Network withTrust(Trust newTrust) {
        return new Network(newTrust, resolver, proxies, clock);
    }

    public Network withResolver(Resolver newResolver) {
        return new Network(trust, newResolver, proxies, clock);
    }

    public Network withClock(Clock newClock) {
        return new Network(trust, resolver, proxies, newClock);
    }

    public Network withProxies(Proxies newProxies) {
        return new Network(trust, resolver, newProxies, clock);
    }
}
