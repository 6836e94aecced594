package mcpauth0.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes into a bundle for whoever helps. */
class ScrubbingTest {

    /** A person's name stands in it, on Windows too, where JSON and addresses write it another way than the system does. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "/home/ada | {\"keyFile\":\"/home/ada/key.pem\"}",
            "C:\\Users\\ada | {\"keyFile\":\"C:\\\\Users\\\\ada\\\\key.pem\"}",
            "C:\\Users\\ada | read C:\\Users\\ada\\key.pem",
            "C:\\Users\\ada | file:///C:/Users/ada/key.pem"})
    void theHomeFolderIsNamedNowhere(String home, String text) {
        assertThat(Scrubbing.withoutHome(text, home)).contains("~").contains("key.pem").doesNotContain("ada");
    }

    @ParameterizedTest
    @ValueSource(strings = {"settings/setups/setup-1.json", "settings/setups/setup-1.history"})
    void whatIsCalledASecretIsTakenOutOfEachDocument(String name) {
        assertThat(Scrubbing.of(name).scrub("{\n  \"clientSecret\" : \"MARKED\",\n  \"inPlace\" : 3\n}"))
                .contains("inPlace").doesNotContain("MARKED");
    }

    @Test
    void whereThereIsNoHomeNothingIsTakenOut() {
        assertThat(Scrubbing.withoutHome("a/b", "")).isEqualTo("a/b");
    }
}
