package mcpauth0.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void whereThereIsNoHomeNothingIsTakenOut() {
        assertThat(Scrubbing.withoutHome("a/b", "")).isEqualTo("a/b");
    }
}
