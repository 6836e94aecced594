package mcpauth0.oauth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/**
 * The ports on which the answer of a login is awaited. They are fixed, because some authorization servers, Auth0 among
 * them, compare the port of a redirect address too (against RFC 8252 §7.3).
 */
public record LoopbackPorts(List<Integer> ports) {

    /** Outside the ranges from which systems take ports for outgoing connections. */
    public static final LoopbackPorts STANDARD = new LoopbackPorts(List.of(28457, 29063, 30871));

    public static final String PATH = "/callback";

    public LoopbackPorts {
        ports = List.copyOf(ports);
    }

    /** Three that are free at this moment, for tests that run side by side. */
    public static LoopbackPorts free() {
        var open = new ArrayList<ServerSocket>();
        try {
            var found = new ArrayList<Integer>();
            for (var i = 0; i < 3; i++) {
                var socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[]{127, 0, 0, 1}));
                open.add(socket);
                found.add(socket.getLocalPort());
            }
            for (var socket : open)
                socket.close();
            return new LoopbackPorts(found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<String> redirectUris() {
        return ports.stream().map(LoopbackPorts::redirectUri).toList();
    }

    static String redirectUri(int port) {
        return "http://127.0.0.1:" + port + PATH;
    }
}
