package mcpauth0.diagnose.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceTest {

    @ParameterizedTest
    @CsvSource({"http://a.example/mcp, scheme", "https://b.example/mcp, host", "https://a.example:8443/mcp, port",
            "https://a.example/mcp/, slash", "https://a.example/, path", "https://A.example/mcp, spelling",
            "https://a.example/mcp?x, query", "a b, spelling", ", missing"})
    void theFirstDifferenceIsNamed(String resource, String part) {
        assertThat(Difference.first("https://a.example/mcp", resource)).isEqualTo(part);
    }
}
