package mcpauth0;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Whether a window can be shown. JavaFX cannot be asked: when it fails to reach a display it cannot be started again in
 * the same process. On Linux it speaks X11, under Wayland too (through XWayland, which sets {@code DISPLAY}).
 */
final class Display {

    private static final Pattern NAME = Pattern.compile("(?:unix)?(?<host>[^:]*):(?<number>\\d{1,5})(?:\\.\\d+)?");
    private static final int X11_BASE_PORT = 6000;

    private Display() {
    }

    /** Off screen too, where JavaFX was told to draw there. */
    static boolean reachable() {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return system.contains("win") || system.contains("mac")
                || reachable(System.getenv(), Path.of("/tmp/.X11-unix"))
                || "Headless".equals(System.getProperty("glass.platform"));
    }

    static boolean reachable(Map<String, String> environment, Path sockets) {
        var name = NAME.matcher(environment.getOrDefault("DISPLAY", ""));
        if (!name.matches())
            return false;
        var number = Integer.parseInt(name.group("number"));
        return name.group("host").isEmpty()
                ? local(sockets.resolve("X" + number))
                : remote(name.group("host"), X11_BASE_PORT + number);
    }

    /** The kernel's list is the quicker way, and has those without a file; that of another network has none of ours. */
    private static boolean local(Path socket) {
        return listed(socket) || answers(socket);
    }

    /** With an @ in front where it has no file. */
    private static boolean listed(Path socket) {
        try (var lines = Files.lines(Path.of("/proc/net/unix"))) {
            return lines.anyMatch(line -> line.endsWith(" " + socket) || line.endsWith("@" + socket));
        } catch (IOException | java.io.UncheckedIOException e) {
            return false;
        }
    }

    private static boolean answers(Path socket) {
        try (var _ = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            return true;
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static boolean remote(String host, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), 1000);
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
