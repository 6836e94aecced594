package mcpauth0;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** The list of what the window promises is whole, and nothing in it is made up: each test and each picture is there. */
class PointsTest {

    private static final Path PICTURES = Path.of("screenshots");
    private static final Path TESTS = Path.of("src/test/java");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*Test)(?:\\.(\\w+))?`");
    private static final Pattern PICTURE = Pattern.compile("`([\\w-]+\\.png)`");
    private static final Set<String> PAGES = Set.of("home", "server", "tenant", "api", "sign-in-connections", "roles",
            "registration", "review", "configuration", "check", "client", "finish", "check-server", "report", "care",
            "settings", "about",
            "failure");

    private static List<List<String>> rows() throws IOException {
        return Files.readAllLines(PICTURES.resolve("review.md")).stream()
                .filter(line -> line.startsWith("|") && !line.startsWith("|---"))
                .map(line -> Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList()).toList();
    }

    @Test
    void everyPointHasARowWithWhatHoldsIt() throws IOException {
        var points = rows().stream().filter(row -> row.getFirst().matches("\\d+")).toList();
        assertThat(points).extracting(List::getFirst)
                .isEqualTo(IntStream.rangeClosed(1, 30).mapToObj(String::valueOf).toList());
        assertThat(points).allSatisfy(point -> {
            assertThat(point).hasSize(3).noneMatch(String::isBlank);
            assertThat(TEST.matcher(point.get(2)).find() || PICTURE.matcher(point.get(2)).find())
                    .as("what holds " + point.getFirst()).isTrue();
        });
    }

    @Test
    void everyPageHasARowWithItsStates() throws IOException {
        var pages = rows().stream().filter(row -> PAGES.contains(row.getFirst())).toList();
        assertThat(pages).extracting(List::getFirst).containsExactlyInAnyOrderElementsOf(PAGES);
        assertThat(pages).allSatisfy(page -> assertThat(page).hasSize(6).noneMatch(String::isBlank));
    }

    @Test
    void everyTestAndEveryPictureThatIsNamedIsThere() throws IOException {
        var text = Files.readString(PICTURES.resolve("review.md"));
        assertThat(TEST.matcher(text).results()).isNotEmpty().allSatisfy(PointsTest::isTest);
        assertThat(PICTURE.matcher(text).results().map(match -> match.group(1))).isNotEmpty()
                .allSatisfy(name -> assertThat(PICTURES.resolve(name)).exists());
    }

    private static void isTest(MatchResult named) {
        var type = test(named.group(1));
        var tests = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> AnnotationSupport.isAnnotated(method, Testable.class))
                .map(method -> method.getName()).collect(Collectors.toSet());
        assertThat(tests).as(type.getName()).isNotEmpty();
        if (named.group(2) != null)
            assertThat(tests).contains(named.group(2));
    }

    private static Class<?> test(String name) {
        try (Stream<Path> all = Files.walk(TESTS)) {
            var file = all.filter(path -> path.endsWith(name + ".java")).findFirst()
                    .orElseThrow(() -> new AssertionError("no test is called " + name));
            var path = TESTS.relativize(file).toString().replaceAll("\\.java$", "");
            return Class.forName(path.replace(file.getFileSystem().getSeparator(), "."), false,
                    PointsTest.class.getClassLoader());
        } catch (IOException | ClassNotFoundException e) {
            throw new AssertionError(name, e);
        }
    }
}
