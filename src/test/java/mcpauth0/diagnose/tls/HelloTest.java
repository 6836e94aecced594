package mcpauth0.diagnose.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import mcpauth0.demo.PracticePair.Options;
import mcpauth0.demo.PracticePair.Start;
import mcpauth0.diagnose.CheckOptions;
import mcpauth0.diagnose.Checkup;
import mcpauth0.diagnose.Examination;
import mcpauth0.diagnose.Report;
import mcpauth0.diagnose.Rule.Severity;
import mcpauth0.diagnose.Verdict;
import mcpauth0.http.Http;
import mcpauth0.http.Network;
import mcpauth0.setup.McpUrl;
import org.junit.jupiter.api.Test;

class HelloTest {

    @Test
    void theVersionsOfARealServerAreSeen() throws IOException {
        try (var examination = new Examination(Options.of(Start.HEALTHY))) {
            assertThat(verdict(examination.run(examination.options())))
                    .isInstanceOfSatisfying(Verdict.Holds.class, holds -> assertThat(holds.evidence().facts())
                            .contains(new Verdict.Fact("versions", "TLS 1.2, TLS 1.3")));
        }
    }

    @Test
    void aServerThatSpeaksNothingNewerIsAnError() throws IOException {
        // The server is closed before its threads are waited for.
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var http = new Http(Network.system())) {
            threads.execute(() -> {
                try {
                    while (true) {
                        var caller = server.accept();
                        threads.execute(() -> old(caller));
                    }
                } catch (IOException _) {
                    // The test is over.
                }
            });
            var report = new Checkup(http).run(
                    CheckOptions.of(McpUrl.parse("https://localhost:" + server.getLocalPort() + "/mcp").orThrow()),
                    Checkup.Watcher.SILENT);
            assertThat(verdict(report)).isInstanceOfSatisfying(Verdict.Broken.class, broken -> {
                assertThat(broken.severity()).isEqualTo(Severity.ERROR);
                assertThat(broken.values()).contains("TLS 1.0, TLS 1.1");
            });
            assertThat(report.causes()).extracting(finding -> finding.rule().id())
                    .containsExactly("tls-protocol-too-old");
        }
    }

    /** Answers every greeting in the newest version that it knows, which is old, unless it is asked for what it lacks. */
    private static void old(Socket caller) {
        try (caller) {
            var in = new DataInputStream(caller.getInputStream());
            in.skipNBytes(3);
            var record = in.readNBytes(in.readUnsignedShort());
            var version = ByteBuffer.wrap(record).getShort(4) & 0xffff;
            caller.getOutputStream().write(version <= 0x0302 ? hello(version) : new byte[]{21, 3, 1, 0, 2, 2, 70});
        } catch (IOException _) {
            // The caller hung up.
        }
    }

    private static byte[] hello(int version) {
        var hello = ByteBuffer.allocate(47).put((byte) 22).putShort((short) version).putShort((short) 42);
        hello.put((byte) 2).put((byte) 0).putShort((short) 38).putShort((short) version).put(new byte[32]);
        return hello.put((byte) 0).putShort((short) 0x2f).put((byte) 0).array();
    }

    @Test
    void aGreetingIsWellFormedAndNamesTheHostUnlessItIsAnAddress() {
        for (var version : Hello.Version.values()) {
            var named = Hello.offering(version, "mcp.example.com", new SecureRandom());
            assertThat(ByteBuffer.wrap(named).getShort(3) & 0xffff).isEqualTo(named.length - 5);
            assertThat(new String(named, StandardCharsets.ISO_8859_1)).contains("mcp.example.com");
            assertThat(new String(Hello.offering(version, "192.31.196.1", new SecureRandom()),
                    StandardCharsets.ISO_8859_1)).doesNotContain("192.31");
        }
    }

    @Test
    void whateverAnswersIsReadOrRefused() {
        assertThat(answer(hello(0x0301))).isEqualTo(List.of(Hello.Version.TLS_1_0));
        assertThat(answer("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(answer(new byte[]{22, 3, 1, (byte) 0xff, (byte) 0xff, 2})).isEmpty();
        var random = new Random(1);
        for (var n = 0; n < 20_000; n++) {
            var spoilt = hello(0x0302);
            for (var k = 0; k < 3; k++)
                spoilt[5 + random.nextInt(spoilt.length - 5)] = (byte) random.nextInt();
            assertThat(answer(spoilt)).hasSizeLessThan(2);
        }
    }

    private static List<Hello.Version> answer(byte[] bytes) {
        try {
            return Hello.answer(new DataInputStream(new ByteArrayInputStream(bytes))).stream().toList();
        } catch (EOFException _) {
            return List.of();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Verdict verdict(Report report) {
        return report.findings().stream().filter(finding -> finding.rule().id().equals("tls-protocol-too-old"))
                .findFirst().orElseThrow().verdict();
    }
}
