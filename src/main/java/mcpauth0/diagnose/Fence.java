package mcpauth0.diagnose;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import mcpauth0.http.Network;
import mcpauth0.oauth.Endpoints;
import mcpauth0.oauth.UserAgent;
import mcpauth0.setup.McpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Nothing that a server says makes this program call, or open in a browser, what only this machine reaches: its own ports,
 * and the addresses under which clouds hand keys to their machines. What counts is the address that is dialled, whatever it
 * was called. A server that is itself in such a place may name others there; networks of a house or a company are open to
 * all, because names mean other addresses in many of them than outside.
 */
final class Fence implements Network.Ways {

    /** Where clouds answer their own machines, outside of the link-local blocks (AWS, Alibaba, Oracle, Azure). */
    private static final Set<InetAddress> CLOUDS = Set.of(InetAddress.ofLiteral("fd00:ec2::254"),
            InetAddress.ofLiteral("100.100.100.200"), InetAddress.ofLiteral("192.0.0.192"),
            InetAddress.ofLiteral("168.63.129.16"));

    private static final List<Predicate<InetAddress>> KINDS = List.of(
            address -> address.isLoopbackAddress() || address.isAnyLocalAddress(),
            address -> address.isLinkLocalAddress() || CLOUDS.contains(address));

    private final Network network;
    private final McpUrl target;

    private Fence(Network network, McpUrl target) {
        this.network = network;
        this.target = target;
    }

    /** The same surroundings with the fence around them; those of the practice, which is all on this machine, as they are. */
    static Network around(Network network, McpUrl target) {
        return network.ways().practice() ? network : network.withWays(new Fence(network, target));
    }

    /** Somebody who is not sent beyond the fence either. */
    static @Nullable UserAgent around(Network network, McpUrl target, @Nullable UserAgent agent) {
        return agent == null || network.ways().practice() ? agent : new Guided(agent, new Fence(network, target));
    }

    @Override
    public InetSocketAddress to(InetSocketAddress address) throws ConnectException {
        if (address.getAddress() != null && beyond(address.getAddress()) && !isProxy(address))
            throw new ConnectException("a server elsewhere leads to an address that only this machine reaches");
        return network.ways().to(address);
    }

    private boolean beyond(InetAddress address) {
        return KINDS.stream().filter(kind -> kind.test(address)).findFirst()
                .filter(kind -> addresses(target.host()).noneMatch(kind)).isPresent();
    }

    private Stream<InetAddress> addresses(String host) {
        try {
            return network.resolver().resolve(host.replaceAll("^\\[|]$", "")).stream();
        } catch (UnknownHostException _) {
            return Stream.empty();
        }
    }

    private boolean isProxy(InetSocketAddress address) {
        return network.proxies().selector().select(target.uri()).stream().map(Proxy::address)
                .anyMatch(proxy -> proxy instanceof InetSocketAddress one && one.getPort() == address.getPort()
                        && addresses(one.getHostString()).anyMatch(address.getAddress()::equals));
    }

    private boolean beyond(String url) {
        try {
            var host = new URI(url).getHost();
            return host != null && addresses(host).anyMatch(this::beyond);
        } catch (URISyntaxException _) {
            return true;
        }
    }

    private record Guided(UserAgent agent, Fence fence) implements UserAgent {

        @Override
        public void visit(String url) throws IOException {
            if (fence.beyond(url))
                throw new Refused("inside-endpoint", Endpoints.bare(url));
            agent.visit(url);
        }

        @Override
        public String words(String key) {
            return agent.words(key);
        }

        @Override
        public boolean needsPerson() {
            return agent.needsPerson();
        }
    }
}
