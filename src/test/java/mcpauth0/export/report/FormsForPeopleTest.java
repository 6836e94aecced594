package mcpauth0.export.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import mcpauth0.diagnose.Checks;
import mcpauth0.diagnose.Remedy;
import mcpauth0.diagnose.Report;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Verdict;
import mcpauth0.setup.McpUrl;
import mcpauth0.text.Texts;
import org.junit.jupiter.api.Test;

/** What every form for people tells: a report is saved from the window as well as from the command line. */
class FormsForPeopleTest {

    private static final Texts TEXTS = Texts.english();
    private static final Map<String, ReportForm> FORMS = Map.of("html", new HtmlReport(), "md", new MarkdownReport(),
            "txt", new TextReport());

    private static Rule rule(String id) {
        return Checks.all().stream().map(check -> check.rule()).filter(rule -> rule.id().equals(id)).findFirst()
                .orElseThrow();
    }

    private static Report report(Report.Finding... findings) {
        return new Report(McpUrl.parse("https://server.example/mcp").orThrow(), Instant.EPOCH, Duration.ofSeconds(2),
                List.of(findings), List.of(), List.of(), List.of());
    }

    private static Report.Finding broken(String id) {
        var advice = new Remedy.Advice("check." + id + ".cure", List.of("a", "b", "c"));
        return new Report.Finding(rule(id), new Verdict.Broken(new Verdict.Evidence(List.of(), List.of()), advice,
                Rule.Severity.ERROR, List.of("a", "b", "c", "d")), null);
    }

    private static Report.Finding untested(String reason) {
        return new Report.Finding(rule("token-opaque"), new Verdict.NotTestableFromHere(reason), null);
    }

    /** Without what belongs to the form: line breaks, escapes, tags. */
    private static String words(ReportForm form, Report report) {
        return form.write(report, TEXTS).replaceAll("(?s)<style>.*?</style>", "").replaceAll("<[^>]*>", " ")
                .replaceAll("[\\\\*`]", "").replaceAll("\\s+", " ");
    }

    @Test
    void eachCauseTellsWhoCanChangeItAndWhere() {
        var report = report(broken("rs-accepts-expired"), broken("token-opaque"), broken("tls-expired"));

        var places = Map.of("rs", "server", "token", "issuer", "tls", "edge");
        FORMS.forEach((ending, form) -> places.forEach((place, owner) -> assertThat(words(form, report)).as(ending)
                .containsPattern("Who can change it:? " + Pattern.quote(TEXTS.get("owner." + owner)))
                .containsPattern("Where:? " + Pattern.quote(TEXTS.get("place." + place)))));
    }

    @Test
    void whatLooksFurtherIsToldInWordsOfTheWindowAndTheCommandLine() {
        FORMS.forEach((ending, form) -> {
            var none = words(form, report(untested("not-asked-for"), untested("needs-tenant")));
            assertThat(none).as(ending).contains("2 of the checks", "What looks further: a sign-in and the deep check; "
                    + "access to the tenant.").doesNotContain("--login", "--deep", "--tenant");

            var all = words(form, report(untested("needs-key-rotation")));
            assertThat(all).as(ending).contains("1 of the checks").doesNotContain("What looks further");
            assertThat(words(form, report(broken("tls-expired")))).as(ending).doesNotContain("of the checks were");
        });
    }

    /** An option of the command line stands only where the sentence says so. */
    @Test
    void optionsAreSaidToBeOfTheCommandLine() {
        var told = TEXTS.bundle().keySet().stream()
                .filter(key -> key.matches("(untestable|missing|inapplicable|report)\\..*"))
                .map(TEXTS.bundle()::getString).filter(text -> text.contains("--")).toList();

        assertThat(told).isNotEmpty().allSatisfy(text -> assertThat(text).containsIgnoringCase("on the command line"));
    }
}
