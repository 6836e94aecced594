package mcpauth0.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mcpauth0.demo.PracticePair;
import mcpauth0.demo.PracticePair.Options;
import mcpauth0.demo.PracticePair.Start;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code connect} and {@code conformance} say, as far as words go. */
class ConnectWordsTest {

    @TempDir
    Path folder;

    private Spoken connect(PracticePair pair, String... more) {
        var words = new ArrayList<>(
                List.of("connect", pair.mcpUrl(), "--ca", pair.caFile().toString(), "--login", "practice"));
        words.addAll(List.of(more));
        return Spoken.words(folder, words.toArray(String[]::new));
    }

    @Test
    void theTokenIsToldInWordsAndTheToolsFollow() throws IOException {
        try (var pair = PracticePair.start(Options.of(Start.HEALTHY))) {
            var spoken = connect(pair);
            assertThat(spoken.code()).as(spoken.err()).isZero();
            assertThat(spoken.err()).isEmpty();
            assertThat(spoken.out()).containsSubsequence("Signed in", "is the user auth0|",
                    "through a database of the tenant", "The client is tpc_", "given out by https://" + pair.domain(),
                    "It is for " + pair.mcpUrl() + ".", "It allows mcp:use.", "It is good until ",
                    "the user must sign in again", "All that is in it:", "aud: ", "There are ", " tools:");
            var again = connect(pair, "--scope", "mcp:use offline_access");
            assertThat(again.out()).contains("The client can renew it");
            assertThat(pair.tenant().requests()).filteredOn(seen -> seen.path().equals("/oidc/register")).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"prm-not-found, says that its metadata is at", "prm-resource-mismatch, No token is asked for",
            "prm-authorization-servers-empty, names no authorization server",
            "as-metadata-not-found, publishes no metadata under exactly that name",
            "as-issuer-trailing-slash, Clients must not use it", "as-pkce-not-advertised, PKCE with S256",
            "as-no-registration-path, registers no clients by itself", "reg-dcr-disabled, did not register a client",
            "authz-iss-mismatch, came from another issuer", "rs-rejects-valid-token, does not accept the token",
            "transport-endpoint-not-found, does not answer as an MCP server",
            "token-opaque, Nothing in it can be read by a client"})
    void whereTheWayEndsIsSaid(String fault, String words) throws IOException {
        try (var pair = PracticePair.start(Options.of(Start.HEALTHY).withFaults(fault))) {
            var spoken = connect(pair);
            assertThat(spoken.out() + spoken.err()).contains(words).doesNotContain("cli.", "token.", "{0}");
            assertThat(spoken.code()).isEqualTo(1);
        }
    }

    @Test
    void aServerThatAsksForNothingIsSaidToBeOpen() throws IOException {
        try (var pair = PracticePair.start(Options.of(Start.HEALTHY).withFaults("rs-no-auth"))) {
            var spoken = connect(pair);
            assertThat(spoken.code()).as(spoken.err()).isZero();
            assertThat(spoken.out()).contains("asks for no sign-in", "tools:").doesNotContain("Signed in");
            assertThat(pair.tenant().requests()).isEmpty();
        }
    }

    @Test
    void plainHttpIsForTheSuiteOnThisComputerAlone() {
        assertThat(Spoken.words(folder, "connect", "http://localhost:9/mcp")).returns(2, Spoken::code)
                .satisfies(said -> assertThat(said.err()).contains("https address"));
        assertThat(Spoken.words(folder, "conformance", "http://mcp.example/mcp")).returns(2, Spoken::code)
                .satisfies(said -> assertThat(said.err()).contains("on this computer only"));
        assertThat(Spoken.words(folder, "conformance", "mcp")).returns(2, Spoken::code);
        assertThat(Spoken.words(folder, "--help").out()).doesNotContain("conformance");
    }
}
