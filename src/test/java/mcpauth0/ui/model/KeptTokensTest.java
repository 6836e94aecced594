package mcpauth0.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import mcpauth0.access.InMemoryKeychain;
import mcpauth0.access.NamedConnection;
import mcpauth0.access.NamedConnections;
import mcpauth0.diagnose.AgedTokens;
import mcpauth0.setup.Secret;
import mcpauth0.setup.TenantDomain;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptTokensTest {

    private static final Instant END = Instant.parse("2026-09-01T12:00:00Z");
    private static final Instant STALE = END.plus(AgedTokens.STALE);
    private static final String RESOURCE = "https://a.example/mcp";

    @TempDir
    Path folder;

    private final InMemoryKeychain keychain = new InMemoryKeychain();

    @SuppressWarnings("NullAway.Init")
    private NamedConnections connections;

    @BeforeEach
    void connections() throws IOException {
        connections = new NamedConnections(folder, keychain);
        var tenant = TenantDomain.parse("t.eu.auth0.com").orThrow();
        connections.save(new NamedConnection("Kept", tenant, null, NamedConnection.Kind.SECRET, "c", null, "", false),
                Secret.of("s"), null);
        connections.save(new NamedConnection("Asked", tenant, null, NamedConnection.Kind.SECRET, "c", null, "", false),
                null, null);
    }

    private KeptTokens with(String connection) {
        return new KeptTokens(AgedTokens.inMemory(), connections, () -> connection);
    }

    @Test
    void whereTheSecretIsInTheKeychainSoIsTheToken() throws IOException {
        with("Kept").keep(RESOURCE, Secret.of("old-token"), END);
        assertThat(with("Asked").take(RESOURCE, STALE)).isEmpty();
        assertThat(with("Kept").take(RESOURCE, STALE.minusSeconds(1))).isEmpty();
        assertThat(with("Kept").take(RESOURCE, STALE).map(Secret::reveal)).contains("old-token");
        assertThat(with("Kept").take(RESOURCE, STALE)).isEmpty();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList())
                assertThat(Files.readString(file)).doesNotContain("old-token");
        }
    }

    @Test
    void elsewhereItIsInMemoryAlone() {
        var kept = with("Asked");
        kept.keep(RESOURCE, Secret.of("old-token"), END);
        assertThat(with("Asked").take(RESOURCE, STALE)).isEmpty();
        assertThat(with("Kept").take(RESOURCE, STALE)).isEmpty();
        assertThat(kept.take(RESOURCE, STALE).map(Secret::reveal)).contains("old-token");
    }

    @Test
    void afterAWeekTheKeychainForgetsIt() {
        with("Kept").keep(RESOURCE, Secret.of("old-token"), END);
        assertThat(with("Kept").take(RESOURCE, END.plus(AgedTokens.FORGOTTEN).plusSeconds(1))).isEmpty();
        assertThat(with("Kept").take(RESOURCE, STALE)).isEmpty();
    }
}
