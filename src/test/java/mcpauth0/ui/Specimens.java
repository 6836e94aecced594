package mcpauth0.ui;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mcpauth0.diagnose.Remedy;
import mcpauth0.diagnose.Report;
import mcpauth0.diagnose.Report.Finding;
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
import org.jspecify.annotations.Nullable;

/** Literal reports, to look at without a server. */
public final class Specimens {

    public static final McpUrl SERVER = McpUrl.parse("https://mcp.acme.dev/mcp").orThrow();
    private static final Instant START = Instant.parse("2026-11-02T09:00:00Z");
    private static final Rule.Spec SPEC = new Rule.Spec("MCP 2026-07-28, authorization",
            "https://modelcontextprotocol.io/specification/2026-07-28/basic/authorization");

    private Specimens() {
    }

    public static Texts texts() {
        return Texts.english();
    }

    public static Finding holds(String id, Integer... exchanges) {
        return new Finding(Rule.must(id, SPEC),
                new Verdict.Holds(new Verdict.Evidence(List.of(), List.of(exchanges))), null);
    }

    public static Finding broken(Rule rule, Remedy remedy, @Nullable String causedBy, List<String> values,
            Integer... exchanges) {
        return new Finding(rule,
                new Verdict.Broken(new Verdict.Evidence(
                        List.of(new Verdict.Fact("status", "200"),
                                new Verdict.Fact("audience", "https://decoy-5f1c.invalid/")),
                        List.of(exchanges)), remedy, rule.severity(), values),
                causedBy);
    }

    /** Sign-in works; one thing is broken, one is to be looked at, one is advice. */
    public static Report oneBroken() {
        return report(List.of(holds("net-dns-nxdomain"), holds("tls-expired"), holds("challenge-missing-401", 1),
                holds("prm-not-found", 2), holds("as-metadata-not-found", 3), holds("as-pkce-not-advertised", 3),
                holds("reg-dcr-disabled", 4), holds("authz-denied", 5),
                broken(Rule.should("token-no-refresh", SPEC), new Remedy.RunStep("create-api"), null, List.of(), 5),
                holds("token-opaque", 5), holds("rs-no-auth", 1),
                broken(Rule.must("rs-accepts-wrong-audience", SPEC),
                        new Remedy.Advice("check.rs-accepts-wrong-audience.cure", List.of(SERVER.value())), null,
                        List.of("200"), 6, 7, 8),
                new Finding(Rule.must("session-empty-tools", SPEC), new Verdict.NotTestableFromHere("not-asked-for"),
                        null),
                broken(Rule.may("cors-wellknown-missing", SPEC),
                        new Remedy.Advice("check.cors-wellknown-missing.cure", List.of()), null, List.of(), 2)));
    }

    /** Registration is closed, and all that follows is hidden behind it. */
    public static Report closed() {
        return report(List.of(holds("net-dns-nxdomain"), holds("tls-expired"), holds("challenge-missing-401", 1),
                holds("prm-not-found", 2),
                broken(Rule.must("reg-dcr-disabled", SPEC, "authz-denied"), new Remedy.RunStep("open-registration"),
                        null, List.of(), 4),
                broken(Rule.must("authz-denied", SPEC), new Remedy.Advice("check.reg-dcr-disabled.cure", List.of()),
                        "reg-dcr-disabled", List.of()),
                new Finding(Rule.must("token-opaque", SPEC), new Verdict.Blocked("token"), null)));
    }

    public static Report healthy() {
        return report(List.of(holds("net-dns-nxdomain"), holds("tls-expired"), holds("challenge-missing-401", 1),
                holds("prm-not-found", 2), holds("reg-dcr-disabled", 4), holds("authz-denied", 5),
                holds("token-opaque", 5), holds("rs-no-auth", 1), holds("session-empty-tools", 8)));
    }

    public static Report report(List<Finding> findings) {
        return new Report(SERVER, START, Duration.ofMillis(4230), findings,
                List.of(new Report.Prediction("claude", "connects", null),
                        new Report.Prediction("chatgpt", "fails", "reg-dcr-disabled"),
                        new Report.Prediction("claude-code", "unknown", null)),
                List.of(new Spelling("typed", SERVER.value(), -1),
                        new Spelling("token-audience", SERVER.value() + "/", SERVER.value().length())),
                exchanges());
    }

    public static List<Exchange> exchanges() {
        return List.of(exchange(1, 0, "POST", SERVER.value(), 401, 20, 43, 20),
                exchange(2, 90, "GET", "https://mcp.acme.dev/.well-known/oauth-protected-resource/mcp", 200, 0, 0, 16),
                exchange(3, 120, "GET", "https://acme-dev.eu.auth0.com/.well-known/oauth-authorization-server", 200, 15,
                        40, 14),
                exchange(4, 190, "POST", "https://acme-dev.eu.auth0.com/oidc/register", 201, 0, 0, 44),
                exchange(5, 1700, "POST", "https://acme-dev.eu.auth0.com/oauth/token", 200, 0, 0, 30),
                exchange(6, 1740, "POST", SERVER.value(), 200, 0, 0, 24),
                exchange(7, 1770, "POST", SERVER.value(), 200, 0, 0, 31),
                exchange(8, 1810, "POST", SERVER.value(), 200, 0, 0, 22),
                exchange(9, 1840, "DELETE", SERVER.value(), 0, 0, 0, 100));
    }

    public static Exchange exchange(int n, long at, String method, String url, int status, long dns, long tls,
            long waiting) {
        var request = Request.of(method, url).with("Accept", "application/json, text/event-stream")
                .bearer("eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJtYXJrZWQtc2VjcmV0In0.c2lnbmF0dXJl")
                .with("Content-Type", "application/json")
                .withBody("{\"jsonrpc\":\"2.0\",\"id\":" + n + ",\"method\":\"tools/list\"}");
        var answer = status == 0
                ? null
                : new Answer(status, "http/1.1", List.of(new Header("Content-Type", "application/json")),
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"tools\":[{\"name\":\"orders\"}]}}"
                                .getBytes(StandardCharsets.UTF_8),
                        false);
        return new Exchange(n, START.plusMillis(at), request, answer,
                answer == null ? new Failure.TimedOut("mcp.acme.dev", Duration.ofSeconds(10)) : null,
                new Exchange.Timing(dns, tls / 4, tls - tls / 4, waiting, dns + tls + waiting), null, null);
    }
}
