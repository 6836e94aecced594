package mcpauth0.diagnose.network;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Collectors;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Sighting;

/** What the name of the server stands for; no address at all where the name is unknown. */
public record Addresses(String host, List<InetAddress> all) {

    /** IPv4 blocks that are not globally reachable (IANA IPv4 Special-Purpose Address Registry), with multicast. */
    private static final List<Block> OLD = List.of(Block.of("0.0.0.0", 8), Block.of("10.0.0.0", 8),
            Block.of("100.64.0.0", 10), Block.of("127.0.0.0", 8), Block.of("169.254.0.0", 16),
            Block.of("172.16.0.0", 12), Block.of("192.0.0.0", 24), Block.of("192.0.2.0", 24),
            Block.of("192.168.0.0", 16), Block.of("198.18.0.0", 15), Block.of("198.51.100.0", 24),
            Block.of("203.0.113.0", 24), Block.of("224.0.0.0", 4), Block.of("240.0.0.0", 4));

    /** The same of IPv6 (IANA IPv6 Special-Purpose Address Registry), with multicast. */
    private static final List<Block> NEW = List.of(Block.of("::", 127), Block.of("64:ff9b:1::", 48),
            Block.of("100::", 64), Block.of("2001:db8::", 32), Block.of("3fff::", 20), Block.of("fc00::", 7),
            Block.of("fe80::", 10), Block.of("fec0::", 10), Block.of("ff00::", 8));

    private record Block(InetAddress begin, int bits) {

        static Block of(String address, int bits) {
            return new Block(InetAddress.ofLiteral(address), bits);
        }

        boolean holds(InetAddress address) {
            var mine = begin.getAddress();
            var other = address.getAddress();
            for (var bit = 0; bit < bits; bit++)
                if (((mine[bit / 8] ^ other[bit / 8]) >> (7 - bit % 8) & 1) != 0)
                    return false;
            return true;
        }
    }

    public Addresses {
        all = List.copyOf(all);
    }

    /** What a client in a cloud would find: by a public resolver where one was asked, else what is found here. */
    static Sighting<Addresses> outside(Observations seen) {
        var world = seen.of(PublicAddressProbe.PUBLIC_ADDRESSES);
        return world.found().isPresent() ? world : seen.addresses();
    }

    /** Whether a program somewhere else in the world could dial it. */
    public static boolean global(InetAddress address) {
        return (address instanceof Inet4Address ? OLD : NEW).stream().noneMatch(block -> block.holds(address));
    }

    /** Whether none of them leaves this machine. */
    public boolean loopback() {
        return !all.isEmpty() && all.stream().allMatch(InetAddress::isLoopbackAddress);
    }

    /** Whether a program somewhere else in the world could dial every one of them. */
    public boolean everywhere() {
        return all.stream().allMatch(Addresses::global);
    }

    /** Whether it could dial some of them and others not. */
    boolean mixed() {
        return !everywhere() && all.stream().anyMatch(Addresses::global);
    }

    /** Whether there is one of the old kind, without which some clients do not come. */
    boolean old() {
        return all.stream().anyMatch(Inet4Address.class::isInstance);
    }

    /** All in one line. */
    String listed() {
        return all.stream().map(InetAddress::getHostAddress).collect(Collectors.joining(", "));
    }
}
