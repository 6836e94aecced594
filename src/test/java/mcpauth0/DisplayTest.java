package mcpauth0;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(OS.WINDOWS)
class DisplayTest {

    @Test
    void isThereWhenItsSocketAnswers() throws IOException {
        var folder = Files.createTempDirectory(Path.of("/tmp"), "x11");
        var socket = folder.resolve("X7");
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            assertThat(Display.reachable(Map.of("DISPLAY", ":7.0"), folder)).isTrue();
            assertThat(Display.reachable(Map.of("DISPLAY", "unix:7"), folder)).isTrue();
        }
        assertThat(Display.reachable(Map.of("DISPLAY", ":7"), folder)).as("a socket that nobody serves").isFalse();
        Files.delete(socket);
        Files.delete(folder);
    }

    @Test
    void isNotThereWithoutAName() {
        assertThat(Display.reachable(Map.of(), Path.of("/nowhere"))).isFalse();
        assertThat(Display.reachable(Map.of("DISPLAY", ""), Path.of("/nowhere"))).isFalse();
        assertThat(Display.reachable(Map.of("DISPLAY", "nonsense"), Path.of("/nowhere"))).isFalse();
    }

    @Test
    void aRemoteOneIsDialled() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var number = server.getLocalPort() - 6000;
            assertThat(Display.reachable(Map.of("DISPLAY", "127.0.0.1:" + number), Path.of("/nowhere"))).isTrue();
        }
    }
}
