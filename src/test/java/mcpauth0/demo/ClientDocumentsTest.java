package mcpauth0.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Client ID metadata documents: looked at, imported, and used as a client id. */
class ClientDocumentsTest {

    private static final String CLAUDE = "https://claude.ai/oauth/mcp-oauth-client-metadata";

    private PracticePair pair;
    private Wire wire;

    @BeforeEach
    void start() throws Exception {
        pair = PracticePair.start(PracticePair.Options.of(PracticePair.Start.HEALTHY));
        wire = new Wire(pair);
    }

    @AfterEach
    void stop() {
        pair.close();
    }

    @Test
    void previewShowsWhatWouldBeAndMakesNothing() {
        var seen = cimd("preview", CLAUDE);
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.json().has("client_id")).isFalse();
        assertThat(seen.json().path("mapped_fields").path("name").asText()).isEqualTo("Claude");
        assertThat(seen.json().path("mapped_fields").path("callbacks").toString())
                .isEqualTo("[\"https://claude.ai/api/mcp/auth_callback\"]");
        assertThat(seen.json().path("validation").path("valid").asBoolean()).isTrue();
        assertThat(seen.json().path("validation").path("warnings").get(0).asText())
                .isEqualTo("Ignoring unsupported properties: client_uri.");
        assertThat(wire.api("GET", "clients?external_client_id=" + Wire.encode(CLAUDE), "").json()).isEmpty();
    }

    @Test
    void importIsDoneOnceAndBroughtUpToDateAfterwards() {
        var made = cimd("register", CLAUDE);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("client_id").asText()).startsWith("tpc_");
        pair.tenant().change(state -> {
            var document = state.documents().get(CLAUDE);
            if (document != null)
                document.withArray("redirect_uris").add("https://claude.com/api/mcp/auth_callback");
        });
        var again = cimd("register", CLAUDE);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("client_id")).isEqualTo(made.json().path("client_id"));
        var clients = wire.api("GET", "clients?external_client_id=" + Wire.encode(CLAUDE), "").json();
        assertThat(clients).hasSize(1);
        assertThat(clients.get(0).path("callbacks")).hasSize(2);
        assertThat(clients.get(0).path("external_metadata_type").asText()).isEqualTo("cimd");
        assertThat(clients.get(0).path("third_party_security_mode").asText()).isEqualTo("strict");
    }

    @Test
    void addressIsAClientIdWhereImportedAndAnnounced() {
        var walk = new Walk(wire, CLAUDE, pair.mcpUrl())
                .with("redirect_uri", "https://claude.ai/api/mcp/auth_callback");
        wire.api("PATCH", "tenants/settings", "{\"client_id_metadata_document_supported\":true}");
        assertThat(walk.authorize().body()).contains("Unknown client: " + CLAUDE);
        cimd("register", CLAUDE);
        assertThat(walk.callback().parameter("code")).isNotEmpty();
        wire.api("PATCH", "tenants/settings", "{\"client_id_metadata_document_supported\":false}");
        assertThat(walk.authorize().body()).contains("Unknown client: " + CLAUDE);
    }

    @Test
    void whatCannotBeFetchedOrAppliedIsSaidSo() {
        var gone = cimd("register", "https://example.com/client.json");
        assertThat(gone.status()).isEqualTo(400);
        assertThat(gone.json().path("message").asText())
                .isEqualTo("The Client Metadata at https://example.com/client.json could not be retrieved.");
        assertThat(cimd("preview", "https://localhost/client.json").status()).isEqualTo(400);
        assertThat(cimd("preview", "http://example.com/client.json").status()).isEqualTo(400);
        var withKey = "https://chatgpt.com/oauth/client.json";
        assertThat(cimd("preview", withKey).json().path("validation").path("valid").asBoolean(true)).isFalse();
        assertThat(cimd("register", withKey).json().path("message").asText())
                .isEqualTo("The Client Metadata document at " + withKey + " cannot be applied.");
    }

    private Wire.Got cimd(String what, String url) {
        return wire.api("POST", "clients/cimd/" + what, "{\"external_client_id\":\"" + url + "\"}");
    }
}
