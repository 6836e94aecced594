package mcpauth0.export.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import mcpauth0.diagnose.Remedy;
import mcpauth0.diagnose.Report;
import mcpauth0.diagnose.Report.Finding;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Verdict;
import mcpauth0.http.Build;
import mcpauth0.http.Exchange;
import mcpauth0.http.Header;
import mcpauth0.http.Json;
import mcpauth0.http.Redaction;
import mcpauth0.http.Visible;
import mcpauth0.text.Texts;

/**
 * The report as JSON, described by {@code mcpauth0/export/report.schema.json}. Its last member is its {@link Passport}.
 *
 * @param seal what the passport is signed with
 */
public record JsonReport(Seal seal) implements ReportForm {

    public static final int SCHEMA = 1;

    /** By which its files are known. */
    static final String TOOL = "mcp-auth0-setup";

    /** How much of a body is shown, in characters. */
    private static final int MOST_BODY = 16_384;
    /** How much of an address or a header, in characters; a server can send any. */
    private static final int MOST_LINE = 16_384;

    @Override
    public String write(Report report, Texts texts) {
        return Visible.json(Json.pretty(Passport.sealed(tree(report, texts), seal))) + "\n";
    }

    /** In one line and without a passport, for files with a report a line. */
    public static String line(Report report, Texts texts) {
        return Visible.json(Json.write(tree(report, texts))) + "\n";
    }

    /** What is written, without a passport. */
    public static ObjectNode tree(Report report, Texts texts) {
        var wording = new Wording(texts);
        var root = Json.object().put("schema", SCHEMA);
        root.putObject("tool").put("name", TOOL).put("version", Build.version());
        root.putObject("target").put("url", Redaction.url(report.target().value()));
        root.put("started", report.started().toString()).put("millis", report.took().toMillis());
        root.put("verdict", word(report.overall()));
        var checks = root.putArray("checks");
        report.findings().forEach(finding -> checks.add(check(finding, wording)));
        var clients = root.putArray("clients");
        report.clients().forEach(one -> clients.addObject().put("id", one.client()).put("verdict", one.verdict())
                .put("failsAt", one.failsAt()));
        var spellings = root.putArray("spellings");
        report.spellings().forEach(one -> spellings.addObject().put("place", one.place())
                .put("value", Redaction.url(one.value())).put("differsAt", one.differsAt()));
        var exchanges = root.putArray("exchanges");
        report.exchanges().forEach(exchange -> exchanges.add(exchange(exchange)));
        return root;
    }

    private static ObjectNode check(Finding finding, Wording wording) {
        var rule = finding.rule();
        var verdict = finding.verdict();
        var node = Json.object().put("id", rule.id()).put("group", rule.group()).put("level", rule.level().name())
                .put("verdict", verdict.id()).put("severity", word(severity(finding)))
                .put("title", wording.title(finding)).put("detail", wording.detail(finding));
        var seen = switch (verdict) {
            case Verdict.Holds(var evidence) -> evidence;
            case Verdict.Broken(var evidence, _, _, _) -> evidence;
            case Verdict.Blocked _,Verdict.NotTestableFromHere _,Verdict.NotApplicable _ -> Verdict.Evidence.NONE;
        };
        var evidence = node.putArray("evidence");
        seen.facts().forEach(fact -> evidence.addObject().put("label", fact.label()).put("value",
                Redaction.text(fact.value())));
        var exchanges = node.putArray("exchanges");
        seen.exchanges().forEach(exchanges::add);
        node.put("causedBy", finding.causedBy());
        if (verdict instanceof Verdict.Broken broken)
            node.putObject("remedy").put("text", wording.cure(broken))
                    .put("step", broken.remedy() instanceof Remedy.RunStep(var step) ? step : null)
                    .put("example", finding.example());
        else
            node.putNull("remedy");
        node.putObject("spec").put("ref", rule.spec().ref()).put("url", rule.spec().url());
        return node;
    }

    private static Rule.Severity severity(Finding finding) {
        return finding.verdict() instanceof Verdict.Broken broken ? broken.severity() : finding.rule().severity();
    }

    private static ObjectNode exchange(Exchange exchange) {
        var request = exchange.request();
        var timing = exchange.timing();
        var node = Json.object().put("n", exchange.n()).put("method", request.method())
                .put("url", shortened(Redaction.url(request.url()), MOST_LINE)).put("status", exchange.status());
        node.putObject("millis").put("dns", timing.dns()).put("connect", timing.connect()).put("tls", timing.tls())
                .put("wait", timing.waiting()).put("total", timing.total());
        node.put("started", exchange.started().toString()).put("remote", exchange.remote());
        var tls = exchange.tls();
        if (tls != null)
            node.putObject("tls").put("version", tls.version()).put("cipher", tls.cipher());
        var body = request.body();
        node.set("request", message(request.headers(), body == null ? new byte[0] : body));
        var answer = exchange.answer();
        if (answer != null)
            node.set("response", message(answer.headers(), answer.body()).put("truncated", answer.truncated()));
        else
            node.putNull("response");
        var failure = exchange.failure();
        node.put("failure", failure == null ? null : failure.id());
        return node;
    }

    private static ObjectNode message(List<Header> headers, byte[] body) {
        var node = Json.object();
        var lines = node.putArray("headers");
        Redaction.headers(headers)
                .forEach(header -> lines.addObject().put("name", shortened(header.name(), MOST_LINE)).put("value",
                        shortened(header.value(), MOST_LINE)));
        node.put("body", shortened(Redaction.body(body), MOST_BODY));
        var tokens = ReadTokens.in(headers, new String(body, java.nio.charset.StandardCharsets.UTF_8));
        if (!tokens.isEmpty())
            node.set("tokens", tokens);
        return node;
    }

    private static String shortened(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
