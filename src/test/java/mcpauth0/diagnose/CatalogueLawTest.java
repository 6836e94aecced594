package mcpauth0.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import mcpauth0.http.Json;
import org.junit.jupiter.api.Test;

/** Every check is one of the catalogue of failures and says of itself what stands there. */
class CatalogueLawTest {

    /** What the program holds otherwise than the catalogue, and why. */
    private static final Map<String, String> OTHERWISE = Map.of();

    @Test
    void everyCheckIsAsTheCatalogueHasIt() throws IOException {
        var catalogue = catalogue();
        assertThat(Checks.all()).allSatisfy(check -> {
            var rule = check.rule();
            if (!OTHERWISE.containsKey(rule.id()))
                assertThat(String.join(" ", rule.group(), rule.level().name(),
                        word(rule.severity()), word(rule.applies()))).as(rule.id())
                        .isEqualTo(catalogue.get(rule.id()));
        });
    }

    @Test
    void everyIdOfTheCatalogueHasItsCheck() throws IOException {
        assertThat(Checks.all()).extracting(check -> check.rule().id()).containsAll(catalogue().keySet());
    }

    @Test
    void everyCheckHasItsExample() {
        assertThat(Checks.all()).allSatisfy(
                check -> assertThat(Example.text(check.rule().id())).as(check.rule().id()).isPresent());
    }

    @Test
    void noIdIsUsedTwiceAndEveryConsequenceIsACheck() {
        var ids = Checks.all().stream().map(check -> check.rule().id()).toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(Checks.all())
                .allSatisfy(check -> assertThat(ids).as(check.rule().id()).containsAll(check.rule().explains()));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Map<String, String> catalogue() throws IOException {
        try (var in = CatalogueLawTest.class.getResourceAsStream("catalogue.json")) {
            return StreamSupport.stream(Json.MAPPER.readTree(in).spliterator(), false)
                    .collect(Collectors.toMap(one -> one.path("id").asText(),
                            one -> String.join(" ", one.path("group").asText(), one.path("level").asText(),
                                    one.path("severity").asText(), one.path("applies").asText())));
        }
    }
}
