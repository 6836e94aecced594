package mcpauth0.export.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import mcpauth0.diagnose.Report;
import mcpauth0.diagnose.Rule;
import mcpauth0.export.report.Account.Cause;
import mcpauth0.http.Build;
import mcpauth0.http.Redaction;
import mcpauth0.text.Texts;

/**
 * The report as one HTML file for people: no script, nothing from elsewhere, light and dark as the system is, good on paper.
 * A content security policy says the same to the browser, so that even a mistake here could load nothing.
 */
public record HtmlReport() implements ReportForm {

    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    @Override
    public String write(Report report, Texts texts) {
        return new Page(new Account(report, texts), report, texts, new Markup("<!DOCTYPE html>\n")).write();
    }

    private static String style() {
        try (var in = HtmlReport.class.getResourceAsStream("/mcpauth0/export/report.css")) {
            if (in == null)
                throw new IllegalStateException("no style");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Page(Account account, Report report, Texts texts, Markup html) {

        String write() {
            html.open("html", "lang", texts.locale().toLanguageTag());
            head();
            html.text("\n").open("body").open("main");
            verdict();
            way();
            account.causes().forEach(this::cause);
            list("page.check.unseen", "unseen", account.unseen());
            clients();
            list("part.token", "token", account.token());
            spellings();
            checks();
            new HtmlWire(report, texts, html).write();
            html.text("\n").element("footer", "MCP Auth0 Setup " + Build.version() + " · "
                    + texts.moment(report.started(), ZoneOffset.UTC) + " UTC");
            return html.close().close().close().toString();
        }

        private void head() {
            html.text("\n").open("head").empty("meta", "charset", "utf-8")
                    .empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY)
                    .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                    .empty("meta", "name", "color-scheme", "content", "light dark")
                    .empty("meta", "name", "referrer", "content", "no-referrer")
                    .empty("meta", "name", "generator", "content", "MCP Auth0 Setup " + Build.version())
                    .element("title", account.verdict() + " · " + account.target()).element("style", style()).close();
        }

        private void verdict() {
            html.text("\n").open("header").element("p", texts.get("report.name"), "class", "eyebrow")
                    .open("h1", "class", "verdict " + Account.word(report.overall()));
            shape(switch (report.overall()) {
                case HEALTHY -> "good";
                case WARNINGS -> "look";
                case BROKEN -> "broken";
                case INCONCLUSIVE -> "unseen";
            });
            html.element("span", account.verdict()).close().element("p", account.target(), "class", "target")
                    .element("p", account.summary() + " " + texts.moment(report.started(), ZoneOffset.UTC) + " UTC.",
                            "class", "secondary");
            account.partly().ifPresent(partly -> html.element("p", partly, "class", "secondary"));
            html.close();
        }

        /** A mark for the eye; the word stands beside it. */
        private void shape(String mark) {
            html.element("span", switch (mark) {
                case "good" -> "✓";
                case "broken" -> "!";
                case "look" -> "!";
                case "advice" -> "i";
                case "blocked", "unseen" -> "?";
                default -> "–";
            }, "class", "shape " + mark, "aria-hidden", "true");
        }

        private void way() {
            html.text("\n").open("ol", "class", "way");
            for (var stop : account.stations()) {
                html.open("li");
                shape(stop.mark());
                html.element("span", stop.name()).element("span",
                        stop.mark().equals("unasked") ? "" : texts.get("cli.report.mark." + stop.mark()), "class",
                        "spoken").close();
            }
            html.close();
        }

        private void cause(Cause cause) {
            var rule = cause.rule();
            var mark = mark(cause.broken().severity());
            html.text("\n").open("article", "class", "cause " + mark, "id", "cause-" + rule.id()).open("h2");
            shape(mark);
            html.element("span", cause.title(), "class", "grow")
                    .element("span", texts.get("severity." + Account.word(cause.broken().severity())), "class", "word")
                    .close().element("p", cause.detail());
            labelled(cause.side(), "side");
            html.open("div", "class", "cure").element("h3", texts.get("page.check.cure")).element("p", cause.cure());
            var example = cause.finding().example();
            if (example != null)
                html.element("h3", texts.get("report.example")).element("pre", Redaction.text(example));
            html.close();
            if (!cause.facts().isEmpty()) {
                html.element("h3", texts.get("report.evidence"));
                labelled(cause.facts(), "facts");
            }
            if (!cause.brings().isEmpty())
                html.element("p", texts.get("page.check.brings", String.join(" · ", cause.brings())), "class",
                        "secondary");
            origin(rule, cause.broken().evidence().exchanges());
            html.close();
        }

        private void labelled(List<Account.Labelled> pairs, String style) {
            html.open("dl", "class", style);
            pairs.forEach(one -> html.open("div").element("dt", one.label()).element("dd", one.value()).close());
            html.close();
        }

        private static String mark(Rule.Severity severity) {
            return switch (severity) {
                case ERROR -> "broken";
                case WARNING -> "look";
                case INFO -> "advice";
            };
        }

        private void origin(Rule rule, List<Integer> exchanges) {
            html.open("p", "class", "origin").element("code", rule.id()).text(" · " + rule.level() + " · ").element("a",
                    rule.spec().ref(), "href", rule.spec().url(), "rel", "noreferrer");
            for (var n : exchanges)
                html.text(" · ").element("a", texts.get("part.messages", 1, n), "href", "#message-" + n);
            html.close();
        }

        private void list(String heading, String id, List<String> sentences) {
            if (sentences.isEmpty())
                return;
            section(id, texts.get(heading)).open("ul");
            sentences.forEach(sentence -> html.element("li", sentence));
            html.close().close();
        }

        private Markup section(String id, String heading) {
            return html.text("\n").open("section", "aria-labelledby", id).element("h2", heading, "id", id);
        }

        private void clients() {
            if (account.clients().isEmpty())
                return;
            section("clients", texts.get("part.clients")).open("ul", "class", "marked");
            for (var client : account.clients()) {
                html.open("li");
                shape(switch (client.verdict()) {
                    case "connects" -> "good";
                    case "fails" -> "broken";
                    default -> "unseen";
                });
                html.element("span", client.sentence()).close();
            }
            html.close().close();
        }

        /** What differs from the typed address begins a part of its own. */
        private void spellings() {
            if (account.spellings().isEmpty())
                return;
            section("spellings", texts.get("part.spelling.differ", account.spellings().size())).open("dl");
            for (var one : account.spellings()) {
                var value = Redaction.url(one.value());
                var from = one.differsAt() < 0 ? value.length() : Math.min(one.differsAt(), value.length());
                html.open("div").element("dt", texts.get("spelling." + one.place())).open("dd")
                        .text(value.substring(0, from));
                if (one.differsAt() >= 0)
                    html.element("mark", from == value.length() ? "␣" : value.substring(from));
                html.close().close();
            }
            html.close().close();
        }

        private void checks() {
            section("checks", texts.get("part.checks.name"));
            for (var stop : account.stations()) {
                html.text("\n").open("details").open("summary");
                shape(stop.mark());
                html.element("span", stop.name(), "class", "grow").element("span", stop.counts(), "class", "secondary")
                        .close().open("ul", "class", "checks");
                for (var finding : stop.findings()) {
                    var kind = Account.kind(finding);
                    html.open("li").element("span", texts.get("page.check.kind." + kind), "class", "kind " + kind)
                            .open("span").text(account.wording().state(finding)).text(" ")
                            .element("code", finding.rule().id()).close().close();
                }
                html.close().close();
            }
            html.close();
        }
    }
}
