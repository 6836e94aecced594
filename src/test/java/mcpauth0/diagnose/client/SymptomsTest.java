package mcpauth0.diagnose.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SymptomsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"chatgpt | Error: MCP server does not implement OAuth | no-oauth",
            "claude | Couldn’t register with acme’s sign-in service. | sign-in-service",
            "claude | Couldn't reach the MCP server. Share this: \"ofid_10a7428e82214134\" | not-reached",
            "claude | Authorization with the MCP server failed | authorization-failed",
            "inspector | Incompatible auth server: does not support dynamic client registration | no-registration",
            "claude-code | SDK auth failed: Protected resource https://a/ does not match expected https://a/mcp (or origin) | resource-differs",
            "copilot-cli | unauthorized_client: Callback URL mismatch. | callback-differs",
            "cursor | redirect_uri mismatch | redirect-differs", "vscode | error=invalid_target | target-unknown",
            "vscode | Service not found: https://mcp.acme.dev/mcp | service-unknown",
            "mcp-remote | Error: UNABLE_TO_VERIFY_LEAF_SIGNATURE | certificate-leaf",
            "claude | Client \"tpc_1\" is not authorized to access resource server \"https://a/mcp\" | no-grant"})
    void aKnownMessageIsRecognised(String client, String shown, String id) {
        assertThat(Symptoms.in(shown, client)).extracting(Symptom::id).contains(id);
    }

    @Test
    void whatOneClientSaysMeansNothingFromAnother() {
        assertThat(Symptoms.in("Couldn't reach the MCP server", "cursor")).isEmpty();
        assertThat(Symptoms.in("", "claude")).isEmpty();
        assertThat(Symptoms.in("It hangs.", "claude")).isEmpty();
    }

    @Test
    void theReferenceIsFoundAndNothingBehindIt() {
        assertThat(Symptoms.reference("share \"ofid_dd09f89db9d97208\", thanks")).contains("ofid_dd09f89db9d97208");
        assertThat(Symptoms.reference("ofid_")).isEmpty();
        assertThat(Symptoms.reference("ofid_" + "a".repeat(500)).orElseThrow()).hasSizeLessThanOrEqualTo(64);
        assertThat(List.of(Symptoms.reference("nothing"))).allMatch(java.util.Optional::isEmpty);
    }
}
