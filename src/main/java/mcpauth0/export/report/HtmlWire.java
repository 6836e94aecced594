package mcpauth0.export.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import mcpauth0.diagnose.Report;
import mcpauth0.http.Exchange;
import mcpauth0.http.Redaction;
import mcpauth0.text.Texts;

/** What went over the wire, in HTML: a line for each message with its times as a bar, and behind it both messages whole. */
record HtmlWire(Report report, Texts texts, Markup html) {

    void write() {
        if (report.exchanges().isEmpty())
            return;
        html.text("\n").open("section", "aria-labelledby", "wire").element("h2", texts.get("part.wire"), "id", "wire")
                .open("p", "class", "legend secondary");
        for (var part : new String[]{"name", "connect", "waiting"})
            html.element("span", texts.get("part.timing." + part), "class", part);
        html.close();
        report.exchanges().forEach(this::exchange);
        html.close();
    }

    private void exchange(Exchange exchange) {
        var n = exchange.n();
        html.text("\n").open("details", "class", "message", "id", "message-" + n).open("summary")
                .element("span", String.valueOf(n), "class", "n").open("span", "class", "grow")
                .element("b", exchange.request().method()).text(" ")
                .element("span", Redaction.line(exchange.request().url()), "class", "value").close()
                .element("span", exchange.answer() == null
                        ? texts.get("part.timing.none")
                        : String.valueOf(exchange.status()), "class", "status");
        bar(exchange);
        html.element("span", exchange.timing().total() + " " + texts.get("part.timing.ms"), "class", "ms").close()
                .element("h3", texts.get("part.exchange.request", n)).element("pre", WireText.request(exchange))
                .element("h3", exchange.answer() == null
                        ? texts.get("part.exchange.none", n)
                        : texts.get("part.exchange.answer", n, exchange.timing().total()))
                .element("pre", WireText.answer(exchange, texts)).close();
    }

    private void bar(Exchange exchange) {
        var timing = exchange.timing();
        var at = Duration.between(begin(), exchange.started()).toMillis();
        html.open("svg", "class", "bar", "width", "160", "height", "8", "aria-hidden", "true");
        at = piece("name", at, timing.dns());
        at = piece("connect", at, timing.connect() + timing.tls());
        piece("waiting", at, Math.max(1, timing.total() - timing.dns() - timing.connect() - timing.tls()));
        html.close();
    }

    private long piece(String kind, long at, long millis) {
        if (millis > 0)
            html.open("rect", "class", kind, "x", percent(at), "width", percent(millis), "height", "8", "rx", "2")
                    .close();
        return at + millis;
    }

    private String percent(long millis) {
        return String.format(Locale.ROOT, "%.2f%%", Math.clamp(100.0 * millis / length(), 0.6, 100));
    }

    private Instant begin() {
        return report.exchanges().stream().map(Exchange::started).min(Instant::compareTo).orElse(report.started());
    }

    /** In milliseconds, at least one. */
    private long length() {
        var end = report.exchanges().stream()
                .map(exchange -> exchange.started().plusMillis(exchange.timing().total())).max(Instant::compareTo)
                .orElse(report.started());
        return Math.max(1, Duration.between(begin(), end).toMillis());
    }
}
