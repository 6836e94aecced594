package mcpauth0.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mcpauth0.demo.PracticePair;
import mcpauth0.http.Http;
import mcpauth0.http.Network;
import mcpauth0.http.Request;
import mcpauth0.http.Trust;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server made with the official TypeScript SDK, behind the practice tenant. */
@NeedsNpm
class TypeScriptServerTest {

    @TempDir
    Path folder;

    private PracticePair pair;

    @BeforeEach
    void start() throws IOException {
        pair = PracticePair.start(PracticePair.Options.of(PracticePair.Start.HEALTHY));
    }

    @AfterEach
    void stop() {
        pair.close();
    }

    @Test
    void answers() throws Exception {
        try (var peer = peer("this");
                var http = new Http(Network.system().withTrust(Trust.only(List.of(pair.authority()))))) {
            var answer = http.send(Request.get(peer.url())).answerOrThrow();
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).contains("resource_metadata=");
        }
    }

    private Peer peer(String audience) throws IOException, InterruptedException {
        var identity = pair.identity();
        var certificate = Files.writeString(folder.resolve("certificate.pem"), identity.certificate());
        var key = Files.writeString(folder.resolve("key.pem"), identity.key());
        return Peer.start("server.mjs",
                Map.of("CERTIFICATE", certificate.toString(), "KEY", key.toString(), "ISSUER",
                        "https://" + pair.domain() + "/", "AUDIENCE", audience, "NODE_EXTRA_CA_CERTS",
                        pair.caFile().toString()));
    }
}
