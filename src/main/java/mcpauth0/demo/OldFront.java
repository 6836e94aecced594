package mcpauth0.demo;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * In front of a server, on loopback: answers a greeting in TLS 1.0 or 1.1 as a server that still speaks it, and hands all
 * else on as it comes. Java itself would not speak these versions, and nothing is ever said in them.
 */
final class OldFront implements AutoCloseable {

    private static final int HANDSHAKE = 22;
    private static final int CLIENT_HELLO = 1;
    private static final int NEWEST_OLD = 0x0302;
    private static final int LONGEST_RECORD = 1 << 14;
    private static final int SOME_SUITE = 0x002f;

    private final ServerSocket server;
    private final InetSocketAddress behind;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private OldFront(ServerSocket server, InetSocketAddress behind) {
        this.server = server;
        this.behind = behind;
    }

    /** @param port 0 for any that is free */
    static OldFront open(int port, int behind) throws IOException {
        var here = InetAddress.getByAddress("localhost", new byte[]{127, 0, 0, 1});
        var front = new OldFront(new ServerSocket(port, 50, here), new InetSocketAddress(here, behind));
        front.threads.execute(front::accept);
        return front;
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        try {
            while (true) {
                var caller = server.accept();
                threads.execute(() -> serve(caller));
            }
        } catch (IOException _) {
            // It was closed.
        }
    }

    private void serve(Socket caller) {
        try (caller) {
            var in = new DataInputStream(caller.getInputStream());
            var head = in.readNBytes(5);
            if (head.length < 5)
                return;
            var length = ByteBuffer.wrap(head).getShort(3) & 0xffff;
            var record = in.readNBytes(Math.min(length, LONGEST_RECORD));
            if (head[0] == HANDSHAKE && record.length > 6 && record[0] == CLIENT_HELLO
                    && (ByteBuffer.wrap(record).getShort(4) & 0xffff) <= NEWEST_OLD)
                caller.getOutputStream().write(hello(ByteBuffer.wrap(record).getShort(4)));
            else
                handOn(caller, head, record);
        } catch (IOException _) {
            // One side hung up.
        }
    }

    private void handOn(Socket caller, byte[] head, byte[] record) throws IOException {
        try (var server = new Socket(behind.getAddress(), behind.getPort())) {
            server.getOutputStream().write(head);
            server.getOutputStream().write(record);
            threads.execute(() -> copy(server, caller));
            caller.getInputStream().transferTo(server.getOutputStream());
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from; to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException _) {
            // One side hung up.
        }
    }

    /** A whole record: the version, 32 bytes of chance, no session, a suite, no compression (RFC 4346 §7.4.1.3). */
    private static byte[] hello(short version) {
        var hello = ByteBuffer.allocate(5 + 4 + 38);
        hello.put((byte) HANDSHAKE).putShort(version).putShort((short) 42);
        hello.put((byte) 2).put((byte) 0).putShort((short) 38);
        hello.putShort(version).put(new byte[32]).put((byte) 0).putShort((short) SOME_SUITE).put((byte) 0);
        return hello.array();
    }
}
