package mcpauth0.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mcpauth0.auth0.Complaint;
import mcpauth0.auth0.Creation;
import mcpauth0.auth0.Permissions;
import mcpauth0.auth0.Steps;
import mcpauth0.diagnose.Checks;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.client.Clients;
import mcpauth0.diagnose.login.LogCause;
import mcpauth0.export.Export;
import mcpauth0.export.Exports;
import mcpauth0.http.Failure;
import mcpauth0.http.Failure.Unreachable.Reason;
import mcpauth0.plan.Step;
import mcpauth0.setup.Setup;
import org.junit.jupiter.api.Test;

/** Every registered id has its texts, every text that the program asks for is there, and none lies about unused. */
class TextLawTest {

    private static final Texts TEXTS = Texts.english();
    private static final Setup EVERYTHING = Setup.empty().withDefaultAudience(true);
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern BLAME = Pattern.compile(
            "(?i)\\b(?:illegal|fatal|you (?:failed|forgot|must|should have)|your (?:fault|mistake|error)|invalid input|bad input|wizard|oops)\\b");
    private static final Pattern KEY = Pattern.compile("[a-z][a-zA-Z0-9-]*(?:\\.[a-zA-Z0-9:_-]+)+");

    @Test
    void everyRegisteredIdHasItsTexts() {
        var wanted = new TreeSet<String>();
        for (var check : Checks.all())
            add(wanted, "check." + check.rule().id(), "title", "detail");
        for (var step : Steps.all())
            add(wanted, "step." + ((Step<?, ?>) step).id(), "title", "lead");
        Exports.all().forEach(export -> add(wanted, "export." + export.id(), "name", "use"));
        for (var group : Export.Group.values())
            wanted.add("export-group." + group.id());
        Clients.ids().forEach(client -> add(wanted, "client." + client, "name"));
        for (var station : Station.values())
            wanted.add("station." + station.id());
        Stream.of(Permissions.needed(EVERYTHING), Permissions.undo(EVERYTHING)).flatMap(List::stream)
                .forEach(permission -> add(wanted, "permission." + permission, "why"));
        for (var cause : LogCause.values())
            add(wanted, "log." + cause.id(), "problem", "cause", "cure");
        add(wanted, "log.doubtful", "problem", "cause", "cure");
        Complaint.ids().forEach(id -> add(wanted, "management." + id, "problem", "cause", "cure"));
        for (var kind : Creation.Kind.values())
            wanted.add("trace." + kind.id());
        failures().forEach(failure -> add(wanted, "failure." + failure.id(), "problem", "cause", "cure"));
        literalsAfter("Parsed\\.bad\\(").forEach(id -> add(wanted, "input." + id, "problem", "cause", "cure"));
        literalsAfter("\\b(?:closed|denied)\\(").forEach(id -> add(wanted, "access." + id, "problem", "cause", "cure"));

        assertThat(wanted).filteredOn(key -> !TEXTS.has(key)).as("missing texts").isEmpty();
    }

    @Test
    void everyTextThatIsAskedForIsThere() {
        var asked = literalsAfter("\\btexts(?:\\(\\))?\\.get\\(", "\\bterminal\\.(?:sentence|say|warn)\\(");

        assertThat(asked).filteredOn(key -> KEY.matcher(key).matches() && !key.endsWith(".") && !TEXTS.has(key))
                .as("asked for, but not there").isEmpty();
    }

    @Test
    void noTextLiesAboutUnused() {
        var literals = new HashSet<String>();
        sources().forEach(source -> LITERAL.matcher(source).results().map(match -> match.group(1))
                .forEach(literals::add));
        var beginnings = literals.stream().filter(text -> text.endsWith(".") && text.length() > 2).toList();

        assertThat(keys()).filteredOn(
                key -> !literals.contains(key) && beginnings.stream().noneMatch(key::startsWith)
                        && !key.endsWith(".does"))
                .as("texts that nobody asks for").isEmpty();
    }

    @Test
    void everyTextIsWellFormed() {
        for (var key : keys()) {
            var text = TEXTS.bundle().getString(key);
            assertThat(text).as(key).isNotBlank().isEqualTo(text.stripTrailing());
            if (text.contains("{"))
                assertThat(new MessageFormat(text.replace("'", "''"), Locale.ROOT).getFormatsByArgumentIndex())
                        .as(key + " numbers its values from 0").isNotEmpty();
        }
    }

    /** What a person did is never called wrong in words that blame, and no error is a bare code. */
    @Test
    void noTextBlames() {
        assertThat(keys()).allSatisfy(key -> {
            var text = TEXTS.bundle().getString(key);
            assertThat(BLAME.matcher(text).results().map(MatchResult::group)).as(key).isEmpty();
            if (key.endsWith(".problem") || key.endsWith(".title"))
                assertThat(text).as(key + " is a sentence, not a code").doesNotMatch("(?:[A-Z_0-9]+|[a-z_-]+|\\d+)");
        });
    }

    /** One kind of apostrophe stands in the texts of every language; the straight one is for what is typed. */
    @Test
    void apostrophesAreCurly() {
        assertThat(Arrays.stream(Language.values()).map(language -> Texts.of(language, Locale.ROOT)).toList())
                .allSatisfy(texts -> assertThat(keys()).filteredOn(key -> texts.bundle().getString(key).contains("'"))
                        .as("straight apostrophes").isEmpty());
    }

    @Test
    void noKeyIsThereTwice() throws IOException {
        var seen = new HashSet<String>();
        var twice = new ArrayList<String>();
        for (var line : Files.readAllLines(Path.of("src/main/resources/mcpauth0/text/texts.properties"))) {
            var end = line.indexOf('=');
            if (end > 0 && !line.startsWith("#") && !seen.add(line.substring(0, end)))
                twice.add(line.substring(0, end));
        }
        assertThat(twice).isEmpty();
    }

    private static List<Failure> failures() {
        var all = new ArrayList<Failure>();
        for (var reason : Reason.values())
            all.add(new Failure.Unreachable(reason, "h", "d"));
        all.addAll(List.of(new Failure.TimedOut("h", java.time.Duration.ZERO), new Failure.Refused(400, ""),
                new Failure.Locked(Failure.Locked.Why.RAN_OUT, ""),
                new Failure.Locked(Failure.Locked.Why.NOT_RENEWED, ""),
                new Failure.Locked(Failure.Locked.Why.BUSY, ""), new Failure.Locked(Failure.Locked.Why.QUOTA, ""),
                new Failure.Malformed("a", "b"), new Failure.Cancelled(),
                new Failure.Unexpected(new IllegalStateException())));
        return all;
    }

    private static void add(Set<String> wanted, String id, String... parts) {
        Arrays.stream(parts).forEach(part -> wanted.add(id + "." + part));
    }

    private static Set<String> keys() {
        return new TreeSet<>(TEXTS.bundle().keySet());
    }

    /** String literals that stand right behind one of these, in all sources. */
    private static Set<String> literalsAfter(String... before) {
        var found = new TreeSet<String>();
        var pattern = Pattern.compile("(?:" + String.join("|", before) + ")\\s*\"([^\"]*)\"(?!\\s*\\+)");
        sources().forEach(source -> pattern.matcher(source).results().map((MatchResult match) -> match.group(1))
                .forEach(found::add));
        return found;
    }

    private static List<String> sources() {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).map(TextLawTest::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
