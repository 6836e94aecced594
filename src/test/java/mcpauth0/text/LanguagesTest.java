package mcpauth0.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.ChoiceFormat;
import java.text.DateFormat;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every language says everything that English says, with the same values in it. */
class LanguagesTest {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");
    private static final int WORDS_OF_A_SENTENCE = 4;
    private static final Properties ENGLISH = read("");

    @ParameterizedTest
    @EnumSource(names = "ENGLISH", mode = EnumSource.Mode.EXCLUDE)
    void hasTheSameTexts(Language language) {
        var bundle = bundle(language);
        assertThat(new TreeSet<>(ENGLISH.stringPropertyNames())).as("missing")
                .filteredOn(key -> !bundle.containsKey(key))
                .isEmpty();
        assertThat(new TreeSet<>(bundle.stringPropertyNames())).as("unknown")
                .filteredOn(key -> !ENGLISH.containsKey(key)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = "ENGLISH", mode = EnumSource.Mode.EXCLUDE)
    void takesTheSameValuesAndCountsAndDatesWithThem(Language language) {
        var bundle = bundle(language);
        assertThat(ENGLISH.stringPropertyNames()).filteredOn(bundle::containsKey).filteredOn(key -> {
            var english = ENGLISH.getProperty(key);
            var other = bundle.getProperty(key);
            return !places(other).equals(places(english)) || !kinds(other).equals(kinds(english));
        }).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = "ENGLISH", mode = EnumSource.Mode.EXCLUDE)
    void leavesNoSentenceInEnglish(Language language) {
        var bundle = bundle(language);
        assertThat(ENGLISH.stringPropertyNames()).filteredOn(key -> ENGLISH.getProperty(key).equals(
                bundle.getProperty(key)))
                .filteredOn(key -> !key.endsWith(".hint") && !key.equals("page.about.versions.text"))
                .filteredOn(key -> ENGLISH.getProperty(key).replaceAll("\\{.*?}|[^\\p{L}\\s]", " ").strip()
                        .split("\\s+").length > WORDS_OF_A_SENTENCE)
                .isEmpty();
    }

    @Test
    void theComputersLanguageIsChosenWhereItIsSpoken() {
        assertThat(Language.of(Locale.forLanguageTag("de-AT"))).isEqualTo(Language.GERMAN);
        assertThat(Language.of(Locale.forLanguageTag("pt-PT"))).isEqualTo(Language.PORTUGUESE);
        assertThat(Language.of(Locale.forLanguageTag("nl"))).isEqualTo(Language.ENGLISH);
    }

    @Test
    void datesAreWrittenAsInTheCountryOfTheComputer() {
        var at = Instant.parse("2026-11-02T15:04:00Z");
        assertThat(Texts.of(Language.ENGLISH, Locale.US).moment(at, ZoneOffset.UTC)).startsWith("Nov 2, 2026")
                .endsWith("PM");
        assertThat(Texts.of(Language.ENGLISH, Locale.GERMANY).moment(at, ZoneOffset.UTC))
                .isEqualTo("2 Nov 2026, 15:04");
        assertThat(Texts.of(Language.GERMAN, Locale.US).moment(at, ZoneOffset.UTC)).isEqualTo("02.11.2026, 15:04");
        assertThat(Texts.of(Language.FRENCH, Locale.US).get("token.until",
                java.util.List.of("2026-11-02T15:04:00Z"))).contains("2 nov. 2026");
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Which values are counted with, and which are dates. */
    private static Set<String> kinds(String text) {
        var found = new HashSet<String>();
        if (text.indexOf('{') < 0)
            return found;
        var formats = new MessageFormat(text.replace("'", "''"), Locale.ROOT).getFormatsByArgumentIndex();
        for (var i = 0; i < formats.length; i++)
            if (formats[i] instanceof ChoiceFormat choice) {
                found.add(i + " counts " + Arrays.toString(choice.getLimits()));
            } else if (formats[i] instanceof DateFormat)
                found.add(i + " is a date");
        return found;
    }

    private static Properties bundle(Language language) {
        return read("_" + language.bundle());
    }

    private static Properties read(String suffix) {
        try (var in = Objects.requireNonNull(Texts.class.getResourceAsStream("texts" + suffix + ".properties"),
                suffix)) {
            var all = new Properties();
            all.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return all;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
