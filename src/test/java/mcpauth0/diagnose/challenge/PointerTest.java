package mcpauth0.diagnose.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import mcpauth0.setup.McpUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PointerTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://localhost:8000/x", "http://127.0.0.1/x", "http://10.1.2.3/x",
            "http://192.168.0.1/x",
            "http://169.254.169.254/latest", "https://[::1]/x", "https://[fd00::1]/x", "https://mcp/x",
            "https://mcp.internal/x", "https://printer.local/x"})
    void aServerElsewhereLeadsNobodyIntoThisNetwork(String pointer) {
        assertThat(pointer(pointer).leadsInside(server("https://mcp.example.com/mcp"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"https://mcp.example.com/x, https://mcp.example.com/mcp",
            "https://other.example.com/x, https://mcp.example.com/mcp",
            "https://203.0.113.7/x, https://mcp.example.com/mcp",
            "https://[2001:db8::1]/x, https://mcp.example.com/mcp",
            "https://127.0.0.1:1/x, https://localhost:1/mcp", "https://mcp.internal/x, https://mcp.internal/mcp",
            "https://252.1.1.1/x, https://mcp.example.com/mcp"})
    void addressesOfTheWorldAndOfTheServerItselfAreFollowed(String pointer, String server) {
        assertThat(pointer(pointer).leadsInside(server(server))).isFalse();
    }

    private static Pointer pointer(String text) {
        return new Pointer(text, URI.create(text));
    }

    private static McpUrl server(String text) {
        return McpUrl.parse(text).orThrow();
    }
}
