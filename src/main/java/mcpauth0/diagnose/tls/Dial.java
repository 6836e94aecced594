package mcpauth0.diagnose.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import mcpauth0.http.Network;

/** A plain connection that is closed when its time is over, however slowly the other side speaks. */
final class Dial implements AutoCloseable {

    private final Socket socket;
    private final Thread clock;

    private Dial(Socket socket, Duration time) {
        this.socket = socket;
        // Virtual threads that read what never ends could leave this one no turn.
        this.clock = Thread.ofPlatform().daemon().start(() -> {
            try {
                Thread.sleep(time);
                socket.close();
            } catch (InterruptedException | IOException _) {
                // It was closed in time.
            }
        });
    }

    /**
     * To the first address that takes a connection.
     *
     * @param time for each attempt to connect, and for everything after
     */
    static Dial to(Network network, List<InetAddress> addresses, int port, Duration time) throws IOException {
        IOException last = null;
        for (var address : addresses) {
            var socket = network.sockets().createSocket();
            try {
                socket.connect(new InetSocketAddress(address, port), (int) time.toMillis());
                return new Dial(socket, time);
            } catch (IOException e) {
                socket.close();
                last = e;
            }
        }
        throw last == null ? new IOException("no address") : last;
    }

    Socket socket() {
        return socket;
    }

    @Override
    public void close() throws IOException {
        clock.interrupt();
        socket.close();
    }
}
