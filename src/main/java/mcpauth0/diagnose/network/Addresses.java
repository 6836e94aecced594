package mcpauth0.diagnose.network;

import java.net.InetAddress;
import java.util.List;

/** What the name of the server stands for here; no address at all where the name is unknown. */
public record Addresses(String host, List<InetAddress> all) {

    public Addresses {
        all = List.copyOf(all);
    }

    /** Whether none of them leaves this machine. */
    public boolean loopback() {
        return !all.isEmpty() && all.stream().allMatch(InetAddress::isLoopbackAddress);
    }

    /** Whether a program somewhere else in the world could dial every one of them. */
    public boolean everywhere() {
        return all.stream().noneMatch(one -> one.isLoopbackAddress() || one.isSiteLocalAddress()
                || one.isLinkLocalAddress() || one.isAnyLocalAddress() || one.isMulticastAddress() || shared(one));
    }

    /** 100.64.0.0/10 (RFC 6598) and fc00::/7 (RFC 4193). */
    private static boolean shared(InetAddress address) {
        var bytes = address.getAddress();
        return bytes.length == 4
                ? (bytes[0] & 0xff) == 100 && (bytes[1] & 0xc0) == 64
                : (bytes[0] & 0xfe) == 0xfc;
    }
}
