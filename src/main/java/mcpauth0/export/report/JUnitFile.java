package mcpauth0.export.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Results of tests in the XML that continuous integration reads, as JUnit's own reports have it. */
public final class JUnitFile {

    /**
     * A group of tests.
     *
     * @param started when the whole began
     */
    public record Suite(String name, Instant started, List<Case> cases) {
        public Suite {
            cases = List.copyOf(cases);
        }
    }

    /** @param group what it belongs to, dotted as a class name is */
    public record Case(String group, String name, Duration took, Outcome outcome) {
    }

    /** How a test ended. */
    public sealed interface Outcome {

        /** @param note what is good to know; may be empty */
        record Passed(String note) implements Outcome {
        }

        /** @param text the whole story */
        record Failed(String kind, String message, String text) implements Outcome {
        }

        record Skipped(String message) implements Outcome {
        }
    }

    private JUnitFile() {
    }

    public static String write(String name, Duration took, List<Suite> suites) {
        var xml = new Markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        var all = suites.stream().flatMap(suite -> suite.cases().stream()).toList();
        xml.open("testsuites", "name", name, "tests", count(all.size()), "failures", count(failures(all)), "errors",
                "0",
                "skipped", count(skipped(all)), "time", seconds(took));
        for (var suite : suites) {
            var cases = suite.cases();
            xml.text("\n").open("testsuite", "name", suite.name(), "tests", count(cases.size()), "failures",
                    count(failures(cases)), "errors", "0", "skipped", count(skipped(cases)), "time",
                    seconds(cases.stream().map(Case::took).reduce(Duration.ZERO, Duration::plus)), "timestamp",
                    DateTimeFormatter.ISO_LOCAL_DATE_TIME.withZone(ZoneOffset.UTC)
                            .format(suite.started().truncatedTo(ChronoUnit.SECONDS)));
            cases.forEach(one -> write(xml, one));
            xml.text("\n").close();
        }
        return xml.text("\n").close().toString();
    }

    private static void write(Markup xml, Case one) {
        xml.text("\n").open("testcase", "classname", one.group(), "name", one.name(), "time", seconds(one.took()));
        switch (one.outcome()) {
            case Outcome.Passed(var note) when note.isEmpty() -> {
                // Nothing to say.
            }
            case Outcome.Passed(var note) -> xml.element("system-out", note);
            case Outcome.Failed(var kind, var message, var text) ->
                xml.element("failure", text, "type", kind, "message", message);
            case Outcome.Skipped(var message) -> xml.open("skipped", "message", message).close();
        }
        xml.close();
    }

    private static long failures(List<Case> cases) {
        return cases.stream().filter(one -> one.outcome() instanceof Outcome.Failed).count();
    }

    private static long skipped(List<Case> cases) {
        return cases.stream().filter(one -> one.outcome() instanceof Outcome.Skipped).count();
    }

    private static String count(long number) {
        return Long.toString(number);
    }

    private static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.3f", took.toMillis() / 1000.0);
    }
}
