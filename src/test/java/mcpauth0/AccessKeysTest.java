package mcpauth0;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import mcpauth0.setup.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The letters that press a button together with Alt: each leads to one button of a page, in every language. */
class AccessKeysTest {

    private static final Path BUNDLES = Path.of("src/main/resources/mcpauth0/text");
    private static final Pattern MARK = Pattern.compile("_(\\p{L}|\\p{N})");
    /** The main button has one of these at a time, and so has the button that leads out. */
    private static final List<Set<String>> ONE_BUTTON = List.of(
            Set.of("frame.continue", "page.server.ask", "page.tenant.connect", "page.tenant.again",
                    "page.review.apply", "page.configuration.next", "page.check.start", "page.check.next",
                    "page.client.next", "page.finish.close"),
            Set.of("frame.later", "frame.close", "frame.home"), Set.of("frame.back"), Set.of("frame.practice.end"));

    @TempDir
    Path state;

    static Stream<Path> bundles() throws IOException {
        try (var files = Files.list(BUNDLES)) {
            return files.filter(file -> file.getFileName().toString().matches("texts.*\\.properties")).sorted().toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void noLetterBelongsToTwoButtonsOfAPage(Path bundle) throws IOException {
        var texts = read(bundle);
        for (var button : ONE_BUTTON) {
            var letters = letters(texts, button);
            for (var other : ONE_BUTTON)
                if (!other.equals(button))
                    assertThat(letters).as("%s: %s and %s".formatted(bundle.getFileName(), button, other))
                            .noneMatch(letters(texts, other)::contains);
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyLanguageHasALetterWhereEnglishHasOne(Path bundle) throws IOException {
        var texts = read(bundle);
        var wanted = ONE_BUTTON.stream().flatMap(Set::stream).collect(Collectors.toSet());
        assertThat(wanted).allSatisfy(key -> assertThat(MARK.matcher(String.valueOf(texts.get(key))).find())
                .as("%s: %s has no letter marked with _".formatted(bundle.getFileName(), key)).isTrue());
    }

    private static Set<String> letters(Map<String, String> texts, Set<String> keys) {
        return keys.stream().flatMap(key -> MARK.matcher(texts.getOrDefault(key, "")).results())
                .map(match -> match.group(1).toUpperCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    private static Map<String, String> read(Path bundle) throws IOException {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(bundle)) {
            properties.load(reader);
        }
        var texts = new TreeMap<String, String>();
        properties.forEach((key, value) -> texts.put(String.valueOf(key), String.valueOf(value)));
        return texts;
    }

    /** What people call their things is no access key, however many underscores are in it. */
    @Test
    void onEveryPageAsItIsShownALetterLeadsToOneButtonAndNamesKeepTheirUnderscores() throws Exception {
        try (var window = OpenWindow.open(state)) {
            window.press("start-practice");
            window.press("main-button");
            window.press("main-button");
            OpenWindow.onScreen(() -> {
                var setup = window.session.setup();
                window.session.setupProperty().set(setup.withApi(setup.api().withName("Our_tools")
                        .withTokens(setup.api().tokens().withRoles(true))
                        .withScopes(List.of(new Scope("read_orders", "Read_them")))));
                return true;
            });
            var troubles = new ArrayList<String>();
            for (var page : List.copyOf(window.wizard.all()))
                OpenWindow.onScreen(() -> {
                    window.wizard.show(page.id());
                    if (page.id().equals("roles"))
                        ((javafx.scene.control.Button) window.scene.lookup("#add-role")).fire();
                    window.settle();
                    var letters = new HashMap<String, Labeled>();
                    for (var label : labels(window.scene.getRoot()).toList())
                        MARK.matcher(label.isMnemonicParsing() && label.getText() != null ? label.getText() : "")
                                .results().forEach(match -> {
                                    if (letters.put(match.group(1).toUpperCase(Locale.ROOT), label) != null)
                                        troubles.add(page.id() + ": twice " + label.getText());
                                    if (!List.of("main-button", "back-button", "leave-button", "end-practice")
                                            .contains(label.getId()))
                                        troubles.add(page.id() + ": " + label.getText());
                                });
                    return true;
                });
            assertThat(troubles).isEmpty();
        }
    }

    private static Stream<Labeled> labels(Node node) {
        if (!node.isVisible())
            return Stream.empty();
        return Stream.concat(node instanceof Labeled label ? Stream.of(label) : Stream.empty(),
                node instanceof Parent parent
                        ? parent.getChildrenUnmodifiable().stream().flatMap(AccessKeysTest::labels)
                        : Stream.empty());
    }
}
