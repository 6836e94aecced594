package mcpauth0.export.report;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import mcpauth0.diagnose.Checks;
import mcpauth0.diagnose.Remedy;
import mcpauth0.diagnose.Report;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Spelling;
import mcpauth0.diagnose.Verdict;
import mcpauth0.http.Answer;
import mcpauth0.http.Exchange;
import mcpauth0.http.Failure;
import mcpauth0.http.Header;
import mcpauth0.http.Request;
import mcpauth0.setup.McpUrl;
import mcpauth0.text.Texts;

/** Reports with something of everything in them. */
public final class Samples {

    /** What must never leave the program. */
    public static final String MARK = "MARKED-SECRET-7d1";
    static final String TOKEN = part("{\"alg\":\"RS256\"}") + "."
            + part("{\"iss\":\"https://issuer.example/\",\"n\":1.5e300}")
            + "." + part(MARK);
    private static final Instant NOON = Instant.parse("2026-11-03T12:00:00Z");

    private Samples() {
    }

    private static String part(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static KeyPair key() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** A signed report as text. */
    public static String signed() {
        return new JsonReport(new Seal(key())).write(report("harmless"), Texts.english());
    }

    /**
     * Every check once, in turn with each verdict, two exchanges with secrets in every place.
     *
     * @param foreign what the server says wherever it can say something
     */
    public static Report report(String foreign) {
        var findings = new ArrayList<Report.Finding>();
        var evidence = new Verdict.Evidence(List.of(), List.of(1, 2)).with("resource", foreign).with("resource", "");
        for (var check : Checks.all()) {
            var rule = check.rule();
            findings.add(new Report.Finding(rule, switch (findings.size() % 7) {
                case 0 -> new Verdict.Holds(evidence);
                case 1 -> broken(rule, evidence, Rule.Severity.ERROR, foreign);
                case 2 -> broken(rule, evidence, Rule.Severity.WARNING, foreign);
                case 3 -> broken(rule, evidence, Rule.Severity.INFO, foreign);
                case 4 -> new Verdict.Blocked("token");
                case 5 -> new Verdict.NotTestableFromHere("needs-deep");
                default -> new Verdict.NotApplicable("bare-origin");
            }, findings.size() % 14 == 8 ? findings.get(1).rule().id() : null, foreign));
        }
        return new Report(McpUrl.parse("https://server.example/mcp").orThrow(), NOON, Duration.ofMillis(4200), findings,
                List.of(new Report.Prediction("claude", "fails", findings.get(1).rule().id()),
                        new Report.Prediction("vscode", "connects", null),
                        new Report.Prediction("chatgpt", "unknown", null)),
                List.of(new Spelling("typed", "https://server.example/mcp", -1),
                        new Spelling("metadata", "https://server.example/" + foreign, 23)),
                exchanges(foreign));
    }

    private static Verdict broken(Rule rule, Verdict.Evidence evidence, Rule.Severity severity, String foreign) {
        return new Verdict.Broken(evidence,
                severity == Rule.Severity.ERROR
                        ? new Remedy.RunStep("create-api")
                        : new Remedy.Advice("check.prm-resource-mismatch.cure", List.of(foreign, foreign)),
                severity, counted(rule, foreign));
    }

    /** Where a text counts or dates, what is foreign cannot stand. */
    private static List<String> counted(Rule rule, String foreign) {
        var text = Texts.english().bundle().getString("check." + rule.id() + ".detail");
        var values = new ArrayList<String>();
        for (var i = 0; i < 8; i++)
            values.add(text.contains("{" + i + ",choice") || text.contains("{" + i + ",number")
                    ? "2"
                    : text.contains("{" + i + ",date") || text.contains("{" + i + ",time") ? NOON.toString() : foreign);
        return values;
    }

    private static List<Exchange> exchanges(String foreign) {
        var request = Request.post("https://server.example/mcp?code=" + MARK + "&q=" + part(foreign),
                "application/json", "{\"password\":\"" + MARK + "\"}").bearer(TOKEN).with("Cookie", MARK);
        var answer = new Answer(200, "h2", List.of(new Header("Set-Cookie", MARK), new Header("X-Foreign", foreign)),
                ("{\"access_token\":\"" + TOKEN + "\",\"refresh_token\":\"" + MARK + "\"}")
                        .getBytes(StandardCharsets.UTF_8),
                false);
        var page = new Answer(500, "http/1.1", List.of(), foreign.getBytes(StandardCharsets.UTF_8), true);
        var timing = new Exchange.Timing(12, 20, 30, 100, 170);
        return List.of(
                new Exchange(1, NOON, request, answer, null, timing,
                        new Exchange.Tls("TLSv1.3", "TLS_AES_128_GCM_SHA256", List.of()), "127.0.0.1"),
                new Exchange(2, NOON.plusMillis(200), Request.get("https://server.example/"), page, null, timing, null,
                        null),
                new Exchange(3, NOON.plusMillis(400), Request.get("https://server.example/x"), null,
                        new Failure.TimedOut("server.example", Duration.ofSeconds(1)), timing, null, null));
    }
}
