package mcpauth0.export.report;

import java.util.List;
import mcpauth0.diagnose.Report;
import mcpauth0.diagnose.Spelling;
import mcpauth0.export.Lines;
import mcpauth0.export.report.Account.Cause;
import mcpauth0.http.Redaction;
import mcpauth0.text.Texts;

/** The report for a terminal: the verdict first, then causes with their cures, then a line per station. */
public record TextReport() implements ReportForm {

    @Override
    public String write(Report report, Texts texts) {
        var account = new Account(report, texts);
        var out = new Lines().line(report.target().value()).line(account.verdict());
        account.partly().ifPresent(partly -> out.paragraph("", "", partly));
        var number = 1;
        for (var cause : account.causes())
            cause(out, number++, cause, texts);
        list(out, texts.get("cli.report.blocked"), "- ", account.unseen());
        out.blank();
        for (var stop : account.stations())
            out.line("  %-8s %-36s %s".formatted(texts.get("cli.report.mark." + stop.mark()), stop.name(),
                    stop.counts()));
        list(out, texts.get("cli.report.token"), "  ", account.token());
        spellings(out, account.spellings(), texts);
        if (!account.clients().isEmpty())
            out.blank();
        account.clients().forEach(client -> out.line("  " + client.sentence()));
        return out.blank().line(account.summary()).toString();
    }

    private static void cause(Lines out, int number, Cause cause, Texts texts) {
        out.blank();
        var mark = number + ". ";
        var indent = " ".repeat(mark.length());
        out.paragraph(mark, indent,
                texts.get("cli.report.severity." + Account.word(cause.broken().severity()), cause.title()));
        out.paragraph(indent, indent, cause.detail());
        for (var one : cause.side())
            out.paragraph(indent, indent, one.label() + ": " + one.value());
        out.paragraph(indent, indent, texts.get("cli.report.cure", cause.cure()));
        for (var fact : cause.facts())
            out.paragraph(indent + "- ", indent + "  ", fact.label() + ": " + fact.value());
        if (!cause.brings().isEmpty())
            out.paragraph(indent, indent, texts.get("cli.report.brings", String.join("; ", cause.brings())));
        out.paragraph(indent, indent, "[" + cause.rule().id() + ", " + cause.rule().spec().ref() + "]");
    }

    private static void list(Lines out, String heading, String mark, List<String> sentences) {
        if (sentences.isEmpty())
            return;
        out.blank().line(heading);
        sentences.forEach(sentence -> out.paragraph(mark, "  ", sentence));
    }

    /** A mark stands under the first difference. */
    private static void spellings(Lines out, List<Spelling> spellings, Texts texts) {
        if (spellings.isEmpty())
            return;
        out.blank().line(texts.get("cli.report.spellings"));
        for (var one : spellings) {
            out.line("  %-34s %s".formatted(texts.get("spelling." + one.place()), Redaction.url(one.value())));
            if (one.differsAt() >= 0)
                out.line(" ".repeat(37 + one.differsAt()) + "^");
        }
    }
}
