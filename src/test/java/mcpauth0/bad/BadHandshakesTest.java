package mcpauth0.bad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import mcpauth0.diagnose.CheckOptions;
import mcpauth0.diagnose.Checkup;
import mcpauth0.diagnose.Report;
import mcpauth0.diagnose.Report.Finding;
import mcpauth0.http.Http;
import mcpauth0.http.Network;
import mcpauth0.http.Proxies;
import mcpauth0.http.Trust;
import mcpauth0.setup.McpUrl;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes wrong before a request could be sent. */
class BadHandshakesTest {

    private static final Duration BOUND = Duration.ofSeconds(30);

    enum Beginning {
        IS_SILENT {
            @Override
            void greet(Line line) throws IOException {
                line.silence();
            }
        },
        DRIPS {
            @Override
            void greet(Line line) throws IOException {
                // A record of a handshake that announces sixteen kilobytes.
                line.drip(new byte[]{22, 3, 3, 0x40, 0, 2, 0, 0x3f, (byte) 0xfc, 3, 3});
                line.drip(new byte[0x4000]);
            }
        },
        NEVER_ENDS {
            @Override
            void greet(Line line) throws IOException {
                // One message of sixteen megabytes, in as many records as it takes, and more.
                line.write(22, 3, 3, 0x40, 0, 2, 0xff, 0xff, 0xff);
                line.write(new byte[0x4000 - 4]);
                for (var n = 0; n < 4096; n++) {
                    line.write(22, 3, 3, 0x40, 0);
                    line.write(new byte[0x4000]);
                }
            }
        },
        ALERTS_FOR_EVER {
            @Override
            void greet(Line line) throws IOException {
                var alerts = new byte[7000];
                for (var n = 0; n < alerts.length; n++)
                    alerts[n] = ALERT[n % ALERT.length];
                for (var n = 0; n < 10_000; n++)
                    line.write(alerts);
            }
        },
        IS_PLAIN_HTTP {
            @Override
            void greet(Line line) throws IOException {
                line.write(("HTTP/1.1 400 " + BadAnswer.HOSTILE.replace("\n", " ") + "\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
            }
        },
        IS_NOISE {
            @Override
            void greet(Line line) throws IOException {
                var noise = new byte[1 << 16];
                new Random(6).nextBytes(noise);
                line.write(noise);
            }
        },
        HANGS_UP {
            @Override
            void greet(Line line) {
                // Without a word.
            }
        };

        private static final byte[] ALERT = {21, 3, 3, 0, 2, 1, 100};

        abstract void greet(Line line) throws IOException;
    }

    private record Line(OutputStream out, CountDownLatch closed) {

        void write(int... bytes) throws IOException {
            for (var one : bytes)
                out.write(one);
        }

        void write(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
        }

        void drip(byte[] bytes) throws IOException {
            for (var one : bytes) {
                out.write(one);
                pause(20);
            }
        }

        void silence() throws IOException {
            pause(60_000);
        }

        private void pause(long millis) throws IOException {
            try {
                if (closed.await(millis, TimeUnit.MILLISECONDS))
                    throw new IOException("over");
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyBadBeginningEnds(Beginning beginning) throws IOException {
        var closed = new CountDownLatch(1);
        var open = new CopyOnWriteArrayList<Socket>();
        try (var server = new ServerSocket(0, 50, InetAddress.getByAddress(new byte[]{127, 0, 0, 1}))) {
            Thread.ofPlatform().daemon().start(() -> accept(server, beginning, closed, open));
            var report = assertTimeoutPreemptively(BOUND,
                    () -> run("https://localhost:" + server.getLocalPort() + "/mcp", Duration.ofSeconds(1)));
            assertThat(open).isNotEmpty();
            assertThat(report.findings()).filteredOn(Finding::broken).extracting(one -> one.rule().group())
                    .isNotEmpty().allMatch(Set.of("net", "tls")::contains);
            Shown.assertHarmless(report);
        } finally {
            closed.countDown();
            for (var one : open)
                one.close();
        }
    }

    private static void accept(ServerSocket server, Beginning beginning, CountDownLatch closed, List<Socket> open) {
        while (!server.isClosed())
            try {
                var socket = server.accept();
                open.add(socket);
                Thread.ofPlatform().daemon().start(() -> {
                    try (socket) {
                        beginning.greet(new Line(socket.getOutputStream(), closed));
                    } catch (IOException _) {
                        // The other side has had enough.
                    }
                });
            } catch (IOException _) {
                return;
            }
    }

    /** Trusted by nobody, for another name, and full of what a terminal or a window could take for its own. */
    @Test
    void namesOfCertificatesAreShownAndDoNothing() throws IOException {
        var names = "\u001b[2J\u0007<script>alert(1)</script>\n";
        var leaf = new HeldCertificate.Builder().commonName(BadAnswer.HOSTILE).organizationalUnit(BadAnswer.HOSTILE);
        IntStream.range(0, 400).forEach(n -> leaf.addSubjectAlternativeName(names + n + ".example"));
        try (var server = new BadServer(null, BadAnswer.HANGS_UP, BadServer.contextOf(leaf.build()))) {
            var report = assertTimeoutPreemptively(BOUND, () -> run(server.mcp(), Duration.ofSeconds(5)));
            assertThat(report.findings()).filteredOn(Finding::broken).extracting(one -> one.rule().id())
                    .contains("tls-untrusted-ca", "tls-hostname-mismatch");
            Shown.assertHarmless(report);
        }
    }

    private static Report run(String url, Duration patience) {
        var network = new Network(Trust.only(List.of(BadServer.AUTHORITY.certificate())), Network.Resolver.SYSTEM,
                Proxies.none(), Clock.systemUTC());
        try (var http = new Http(network)) {
            return new Checkup(http).run(CheckOptions.of(McpUrl.parse(url).orThrow()).within(patience, patience),
                    Checkup.Watcher.SILENT);
        }
    }
}
