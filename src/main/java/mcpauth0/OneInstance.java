package mcpauth0;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One window per state folder. The first program holds a lock for as long as it lives; a second one finds the first
 * one's loopback port and a word that only this user can read, knocks, and goes away again.
 */
final class OneInstance implements AutoCloseable {

    private static final int WORD = 36;
    private static final int PATIENCE_MILLIS = 2000;

    private final StateFolder state;
    private final FileLock lock;
    private volatile @Nullable ServerSocket door;

    private OneInstance(StateFolder state, FileLock lock) {
        this.state = state;
        this.lock = lock;
    }

    /**
     * Becomes the one; empty when another program is it already.
     *
     * @throws IOException when the folder cannot be used
     */
    static Optional<OneInstance> claim(StateFolder state) throws IOException {
        state.make();
        var channel = FileChannel.open(state.resolve("instance.lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        var lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        return Optional.of(new OneInstance(state, lock));
    }

    /** Asks the first program to come forward; false when it does not answer. */
    static boolean wake(StateFolder state) {
        try {
            var parts = Files.readString(address(state)).split(" ", 2);
            if (parts.length < 2)
                return false;
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(parts[0]))) {
                socket.setSoTimeout(PATIENCE_MILLIS);
                socket.getOutputStream().write(parts[1].getBytes(StandardCharsets.US_ASCII));
                return socket.getInputStream().read() == '+';
            }
        } catch (IOException | NumberFormatException e) {
            return false;
        }
    }

    /**
     * From now on it hears who knocks. Before, who comes finds that it is there and no more.
     *
     * @param comeForward is done on a thread of its own
     */
    void onKnock(Runnable comeForward) {
        try {
            var opened = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
            var word = UUID.randomUUID().toString();
            Files.writeString(address(state), opened.getLocalPort() + " " + word);
            door = opened;
            Thread.ofPlatform().daemon().name("one-instance")
                    .start(() -> listen(opened, word.getBytes(StandardCharsets.US_ASCII), comeForward));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void listen(ServerSocket door, byte[] word, Runnable comeForward) {
        while (!door.isClosed())
            try (var visitor = door.accept()) {
                visitor.setSoTimeout(PATIENCE_MILLIS);
                if (!MessageDigest.isEqual(visitor.getInputStream().readNBytes(WORD), word))
                    continue;
                comeForward.run();
                visitor.getOutputStream().write('+');
            } catch (IOException e) {
                // A visitor who went away, or the door was closed: the loop looks.
            }
    }

    private static Path address(StateFolder state) {
        return state.resolve("instance");
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try (var _ = lock.acquiredBy(); var _ = door) {
            lock.release();
        } catch (IOException e) {
            // The system takes the lock back with the program.
        }
    }
}
