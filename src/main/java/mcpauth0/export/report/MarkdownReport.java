package mcpauth0.export.report;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mcpauth0.diagnose.Report;
import mcpauth0.export.report.Account.Cause;
import mcpauth0.http.Exchange;
import mcpauth0.http.Redaction;
import mcpauth0.text.Texts;

/** The report as Markdown (CommonMark), to be put into an issue or a chat. */
public record MarkdownReport() implements ReportForm {

    @Override
    public String write(Report report, Texts texts) {
        return new Page(new Account(report, texts), report, texts).write();
    }

    private record Page(Account account, Report report, Texts texts, StringBuilder out) {

        Page(Account account, Report report, Texts texts) {
            this(account, report, texts, new StringBuilder());
        }

        String write() {
            heading(1, account.verdict());
            paragraph(Markdown.code(account.target()));
            paragraph(Markdown.text(account.summary()) + " "
                    + Markdown.text(texts.moment(report.started(), ZoneOffset.UTC) + " UTC") + ".");
            account.partly().ifPresent(partly -> paragraph(Markdown.text(partly)));
            account.causes().forEach(this::cause);
            list("page.check.unseen", account.unseen());
            list("part.clients", account.clients().stream().map(Account.Outlook::sentence).toList());
            list("part.token", account.token());
            spellings();
            checks();
            exchanges();
            return out.toString().stripTrailing() + "\n";
        }

        private void heading(int level, String text) {
            paragraph("#".repeat(level) + " " + Markdown.text(text));
        }

        private void paragraph(String markdown) {
            out.append(markdown).append("\n\n");
        }

        private void cause(Cause cause) {
            heading(2, texts.get("severity." + Account.word(cause.broken().severity())) + ": " + cause.title());
            paragraph(Markdown.text(cause.detail()));
            cause.side().forEach(one -> out.append("- **").append(Markdown.text(one.label())).append("**: ")
                    .append(Markdown.text(one.value())).append('\n'));
            out.append('\n');
            paragraph("**" + Markdown.text(texts.get("page.check.cure")) + "**");
            paragraph(Markdown.text(cause.cure()));
            var example = cause.finding().example();
            if (example != null) {
                paragraph("**" + Markdown.text(texts.get("report.example")) + "**");
                out.append(Markdown.block("http", Redaction.text(example))).append('\n');
            }
            if (!cause.facts().isEmpty()) {
                paragraph("**" + Markdown.text(texts.get("report.evidence")) + "**");
                cause.facts().forEach(fact -> out.append("- ").append(Markdown.text(fact.label())).append(": ")
                        .append(Markdown.code(fact.value())).append('\n'));
                out.append('\n');
            }
            if (!cause.brings().isEmpty())
                paragraph(Markdown.text(texts.get("page.check.brings", String.join(" · ", cause.brings()))));
            var rule = cause.rule();
            var seen = cause.broken().evidence().exchanges();
            paragraph(
                    Markdown.code(rule.id()) + " · " + rule.level() + " · [" + Markdown.text(rule.spec().ref()) + "](<"
                            + rule.spec().url() + ">)" + (seen.isEmpty() ? "" : " · " + Markdown.text(messages(seen))));
        }

        private String messages(List<Integer> numbers) {
            return texts.get("part.messages", numbers.size(),
                    String.join(", ", numbers.stream().map(String::valueOf).toList()));
        }

        private void list(String heading, List<String> sentences) {
            if (sentences.isEmpty())
                return;
            heading(2, texts.get(heading));
            sentences.forEach(sentence -> out.append("- ").append(Markdown.text(sentence)).append('\n'));
            out.append('\n');
        }

        private void spellings() {
            if (account.spellings().isEmpty())
                return;
            heading(2, texts.get("part.spelling.differ", account.spellings().size()));
            account.spellings()
                    .forEach(one -> out.append("- ").append(Markdown.text(texts.get("spelling." + one.place())))
                            .append(": ").append(Markdown.code(Redaction.url(one.value())))
                            .append(one.differsAt() < 0 ? "" : " ←").append('\n'));
            out.append('\n');
        }

        private void checks() {
            heading(2, texts.get("part.checks.name"));
            for (var stop : account.stations())
                out.append("- **").append(Markdown.text(stop.name())).append("**: ")
                        .append(Markdown.text(stop.counts())).append('\n');
            out.append('\n');
        }

        /** A line for each message, and those that causes refer to as they were. */
        private void exchanges() {
            if (report.exchanges().isEmpty())
                return;
            heading(2, texts.get("part.wire"));
            for (var exchange : report.exchanges())
                out.append("- ").append(exchange.n()).append(" · ").append(line(exchange)).append('\n');
            out.append('\n');
            var cited = cited();
            report.exchanges().stream().filter(exchange -> cited.contains(exchange.n())).forEach(this::exchange);
        }

        private String line(Exchange exchange) {
            var status = exchange.answer() == null ? texts.get("part.timing.none") : String.valueOf(exchange.status());
            return Markdown.code(exchange.request().method() + " " + Redaction.line(exchange.request().url())) + " · "
                    + Markdown.text(status) + " · " + exchange.timing().total() + " " + texts.get("part.timing.ms");
        }

        private Set<Integer> cited() {
            var cited = new TreeSet<Integer>();
            account.causes().forEach(cause -> cited.addAll(cause.broken().evidence().exchanges()));
            return cited;
        }

        private void exchange(Exchange exchange) {
            var n = exchange.n();
            heading(3, texts.get("part.exchange.request", n));
            out.append(Markdown.block("http", WireText.request(exchange))).append('\n');
            heading(3, exchange.answer() == null
                    ? texts.get("part.exchange.none", n)
                    : texts.get("part.exchange.answer", n, exchange.timing().total()));
            out.append(Markdown.block("http", WireText.answer(exchange, texts))).append('\n');
        }
    }
}
