package mcpauth0.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import mcpauth0.setup.McpUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearnessTest {

    @ParameterizedTest
    @CsvSource({"https://a.example/mcp, true", "https://a.example/mcp/, true", "https://a.example/, true",
            "https://a.example, true", "https://A.example:443/mcp, true", "https://a.example/mc, false",
            "https://a.example/mcp/more, false", "http://a.example/mcp, false", "https://b.example/mcp, false",
            "https://a.example:8443/mcp, false", "urn:mcp, false", "https://a.example@b.example/mcp, false"})
    void aResourceCoversTheAddressOrNot(String resource, boolean covers) {
        assertThat(Nearness.covers(resource, McpUrl.parse("https://a.example/mcp").orThrow())).isEqualTo(covers);
    }
}
