package mcpauth0.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import mcpauth0.demo.PracticePair;
import mcpauth0.export.Export;
import mcpauth0.export.Exports;
import mcpauth0.text.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the pages for people say is so: every command in them runs as it stands there, in that order. Only names change: those of
 * the example become those of a practice pair, whose authority is named because no computer knows it, and files are in a folder.
 * ({@code watch.md} has a test of its own.)
 */
class DocsPagesTest {

    private static final Path DOCS = Path.of("src/docs").toAbsolutePath();
    private static final String PROGRAM = "mcp-auth0-setup ";

    @TempDir
    Path folder;
    private PracticePair pair;

    @BeforeEach
    void blank() throws IOException {
        begin(PracticePair.Start.BLANK);
    }

    @AfterEach
    void stop() {
        pair.close();
    }

    private static String page(String name) throws IOException {
        return Files.readString(DOCS.resolve(name));
    }

    /** What stands in blocks of code. */
    private static List<String> blocks(String name) throws IOException {
        return page(name).lines().filter(line -> line.startsWith("    ")).map(String::strip)
                .filter(line -> line.startsWith(PROGRAM) || line.startsWith("{")).toList();
    }

    /** Runs a page from above to below; the commands with the codes that they ended with. */
    private List<String> run(String name) throws IOException {
        var ended = new ArrayList<String>();
        for (var line : blocks(name)) {
            var here = line.replace("https://mcp.example.com/mcp", pair.mcpUrl()).replace("ADDRESS", pair.mcpUrl())
                    .replace("acme.eu.auth0.com", pair.domain()).replace("FILE", pair.caFile().toString())
                    .replace("client-id ID", "client-id " + pair.clientId())
                    .replace("--login browser", "--login practice");
            if (here.startsWith("{")) {
                Files.writeString(folder.resolve("setup.json"), here);
            } else if (here.startsWith(PROGRAM + "practice")) {
                stop();
                begin(PracticePair.Start.HEALTHY, faults(here));
            } else {
                var words = words(here);
                var spoken = Spoken.words(folder.resolve("home"), words.toArray(String[]::new));
                assertThat(spoken.code()).as(here + "\n" + spoken.out() + spoken.err()).isNotEqualTo(Exit.WORDS);
                ended.add(words.getFirst() + " " + spoken.code());
            }
        }
        return ended;
    }

    private static String[] faults(String line) {
        return Pattern.compile("--fault (\\S+)").matcher(line).results().map(fault -> fault.group(1))
                .toArray(String[]::new);
    }

    private List<String> words(String line) {
        var words = new ArrayList<String>();
        for (var word : line.substring(PROGRAM.length()).split(" ", -1))
            words.add(word.matches("\\w+\\.[a-z]+") ? folder.resolve(word).toString() : word);
        if (words.contains("--tenant") || words.getFirst().equals("apply"))
            words.addAll(List.of("--tenant-ca", pair.caFile().toString()));
        if (words.getFirst().equals("check") && !words.contains("--ca"))
            words.addAll(List.of("--ca", pair.caFile().toString()));
        return words;
    }

    private void begin(PracticePair.Start start, String... faults) throws IOException {
        pair = PracticePair.start(PracticePair.Options.of(start).withFaults(faults));
        Files.writeString(folder.resolve("secret.txt"), pair.clientSecret());
        Files.writeString(folder.resolve("token.txt"), pair.managementToken());
    }

    @Test
    void aTenantIsSetUpAndTakenBack() throws IOException {
        assertThat(run("set-up.md")).containsExactly("plan 4", "apply 0", "undo 0");
    }

    @Test
    @Tag("full") // three deep checks
    void aServerIsCheckedAndBroken() throws IOException {
        stop();
        begin(PracticePair.Start.HEALTHY);
        assertThat(run("check.md")).containsExactly("check 0", "check 0", "check 0", "check 1", "compare 1",
                "verify 0");
        assertThat(folder.resolve("report.html")).isNotEmptyFile();
    }

    @Test
    void whatIsHandedOverIsWritten() throws IOException {
        run("set-up.md");
        assertThat(run("hand-over.md")).containsExactly("export 0", "export 0", "bundle 0");
        assertThat(folder.resolve("server.ts")).content().contains(pair.mcpUrl());
        assertThat(folder.resolve("support.zip")).isNotEmptyFile();
    }

    @Test
    void everyFormatIsNamedAndNoOther() throws IOException {
        var formats = Exports.all().stream().map(Export::id).toList();
        var page = page("hand-over.md");
        var table = page.lines().filter(line -> line.startsWith("| ")).toList();

        assertThat(formats).allSatisfy(id -> assertThat(page).contains("`" + id + "`"));
        assertThat(Pattern.compile("`([^`]+)`").matcher(String.join("\n", table)).results().map(one -> one.group(1)))
                .isNotEmpty().isSubsetOf(formats);
    }

    /** What the pages set in bold is a name on the screen, or their own stress; each is listed. */
    @ParameterizedTest
    @ValueSource(strings = {"set-up.md", "check.md", "hand-over.md"})
    void whatIsPressedIsOnTheScreen(String name) throws IOException {
        var stress = Map.of("set-up.md", Set.of("address that clients call", "tenant"), "check.md",
                Set.of("Stations", "the cause", "Deep check"), "hand-over.md", Set.of("The report", "The bundle"));
        var shown = new LinkedHashSet<String>();
        var bundle = Texts.english().bundle();
        bundle.keySet().forEach(key -> shown.add(bundle.getString(key).replace("_", "")));

        var bold = Pattern.compile("\\*\\*([^*]+)\\*\\*").matcher(page(name)).results()
                .flatMap(one -> Arrays.stream(one.group(1).replace('\n', ' ').replace(":", "").split(", ", -1)))
                .toList();
        assertThat(bold).isNotEmpty().filteredOn(word -> !stress.getOrDefault(name, Set.of()).contains(word))
                .filteredOn(word -> !shown.contains(word)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"set-up.md", "check.md", "hand-over.md"})
    void theyLeadSomewhere(String name) throws IOException {
        assertThat(Pattern.compile("]\\(([^)#]+)").matcher(page(name)).results().map(link -> link.group(1)))
                .isNotEmpty().allSatisfy(link -> assertThat(DOCS.resolve(link)).as(link).isRegularFile());
    }
}
