package mcpauth0.diagnose.tls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateNamesTest {

    @ParameterizedTest
    @CsvSource({"a.example, a.example, true", "A.EXAMPLE, a.example, true", "*.example, a.example, true",
            "*.example, b.a.example, false", "*.example, example, false", "a.example, b.example, false",
            "127.0.0.1, 127.0.0.1, true", "a.example, a.example., true"})
    void aPatternIsForAHostOrNot(String pattern, String host, boolean matches) {
        assertThat(CertificateNames.matches(pattern, host)).isEqualTo(matches);
    }
}
