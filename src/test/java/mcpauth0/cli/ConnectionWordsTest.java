package mcpauth0.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mcpauth0.access.InMemoryKeychain;
import mcpauth0.access.NamedConnection;
import mcpauth0.access.NamedConnection.Kind;
import mcpauth0.access.NamedConnections;
import mcpauth0.demo.PracticePair;
import mcpauth0.setup.McpUrl;
import mcpauth0.setup.Secret;
import mcpauth0.setup.Setup;
import mcpauth0.setup.SetupFile;
import mcpauth0.setup.TenantDomain;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tenants that are named by a saved connection, or opened with a key. */
class ConnectionWordsTest {

    @TempDir
    Path folder;
    private final InMemoryKeychain keychain = new InMemoryKeychain();
    @SuppressWarnings("NullAway.Init")
    private PracticePair pair;
    @SuppressWarnings("NullAway.Init")
    private Path setup;
    @SuppressWarnings("NullAway.Init")
    private NamedConnections connections;

    @BeforeEach
    void start() throws IOException {
        pair = PracticePair.start(PracticePair.Options.of(PracticePair.Start.BLANK));
        setup = folder.resolve("setup.json");
        Files.writeString(setup, SetupFile.write(Setup.empty().withServer(McpUrl.parse(pair.mcpUrl()).orThrow())
                .withConnections(List.of("Username-Password-Authentication"))));
        connections = new NamedConnections(folder, keychain);
    }

    @AfterEach
    void stop() {
        pair.close();
    }

    private void save(Kind kind, String clientId, @Nullable Path key, @Nullable Secret secret) throws IOException {
        connections.save(new NamedConnection("Practice", TenantDomain.parse(pair.domain()).orThrow(), null, kind,
                clientId, key, "RS256", false), secret, null);
    }

    private Spoken plan(String... words) {
        var all = new ArrayList<>(List.of("plan", "--setup", setup.toString(), "--tenant-ca",
                pair.caFile().toString()));
        all.addAll(Arrays.asList(words));
        return say(all.toArray(String[]::new));
    }

    private Spoken say(String... words) {
        return Spoken.withKeychain(keychain, "", folder, words);
    }

    @Test
    void aConnectionKnowsItsTenantAndItsSecret() throws Exception {
        save(Kind.SECRET, pair.clientId(), null, Secret.of(pair.clientSecret()));
        var planned = plan("--connection", "practice");
        assertThat(planned.code()).as(planned.err()).isEqualTo(4);
        keychain.kept.clear();
        var without = plan("--connection", "practice");
        assertThat(without.code()).isEqualTo(2);
        assertThat(without.err()).contains("not in this computer’s keychain", "--client-secret-file");
        var file = folder.resolve("secret");
        Files.writeString(file, pair.clientSecret());
        assertThat(plan("--connection", "practice", "--client-secret-file", file.toString()).code()).isEqualTo(4);
        keychain.trouble = "silent";
        assertThat(plan("--connection", "practice").err()).contains("did not answer in time", "--client-secret-file");
    }

    @Test
    void aConnectionWithAToken() throws Exception {
        save(Kind.TOKEN, "", null, Secret.of(pair.managementToken()));
        assertThat(plan("--connection", "practice").code()).isEqualTo(4);
        connections.forget("practice");
        save(Kind.TOKEN, "", null, null);
        assertThat(plan("--connection", "practice").err()).contains("--management-token-file");
    }

    @Test
    void whatContradictsItselfIsNotGuessed() throws Exception {
        save(Kind.SECRET, pair.clientId(), null, Secret.of(pair.clientSecret()));
        assertThat(plan("--connection", "other")).returns(2, Spoken::code)
                .satisfies(said -> assertThat(said.err()).contains("“other”", "Practice"));
        assertThat(plan("--connection", "practice", "--tenant", "other.eu.auth0.com")).returns(2, Spoken::code)
                .satisfies(said -> assertThat(said.err()).contains(pair.domain(), "other.eu.auth0.com"));
        assertThat(plan("--connection", "practice", "--client-id", "x").err()).contains("Leave --client-id");
        Files.writeString(folder.resolve("connections.json"), "{");
        assertThat(plan("--connection", "practice")).returns(2, Spoken::code)
                .satisfies(said -> assertThat(said.err()).contains("saved connections cannot be read"));
    }

    @Test
    void theyAreListedAndForgotten() throws Exception {
        assertThat(say("connections").out()).contains("No connection is saved");
        save(Kind.SECRET, pair.clientId(), null, Secret.of(pair.clientSecret()));
        assertThat(say("connections").out()).contains("Practice: " + pair.domain() + ", client ID and secret")
                .doesNotContain(pair.clientSecret());
        assertThat(say("connections", "--forget", "none")).returns(2, Spoken::code);
        assertThat(say("connections", "--forget", "practice")).returns(0, Spoken::code);
        assertThat(keychain.kept).isEmpty();
        assertThat(say("connections").out()).contains("No connection is saved");
    }

    @Test
    void aSecretThatStaysInTheKeychainIsSaidAndItsConnectionKept() throws Exception {
        save(Kind.SECRET, pair.clientId(), null, Secret.of(pair.clientSecret()));
        keychain.trouble = "refused";
        assertThat(say("connections", "--forget", "practice")).returns(1, Spoken::code)
                .satisfies(said -> assertThat(said.err()).contains("“Practice” is not forgotten",
                        "did not allow it", "the entry “MCP Auth0 Setup” with the account “practice”"))
                .satisfies(said -> assertThat(said.out()).doesNotContain("is forgotten"));
        assertThat(say("connections").out()).contains("Practice: ");
    }

    @Test
    void aFileWithoutAUsableKeyIsSaidBeforeAnybodyIsAsked() throws Exception {
        var file = folder.resolve("key.pem");
        Files.writeString(file, "-----BEGIN PUBLIC KEY-----\nAAAA\n");
        var domain = pair.domain();
        var before = pair.tenant().requests().size();
        assertThat(plan("--tenant", domain, "--client-id", "x", "--client-key-file", file.toString()))
                .returns(2, Spoken::code).satisfies(said -> assertThat(said.err()).contains("cannot be read"));
        assertThat(plan("--tenant", domain, "--client-id", "x", "--client-key-file", file.toString(),
                "--client-key-algorithm", "HS256").err()).contains("RS256, RS384, PS256");
        assertThat(plan("--tenant", domain, "--client-key-file", file.toString()).err()).contains("half");
        assertThat(plan("--tenant", domain, "--client-id", "x", "--client-key-file", file.toString(),
                "--client-secret-file", file.toString()).err()).contains("two keys");
        assertThat(pair.tenant().requests()).hasSize(before);
    }
}
