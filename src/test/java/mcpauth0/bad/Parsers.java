package mcpauth0.bad;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import mcpauth0.auth0.ClientKey;
import mcpauth0.auth0.Complaint;
import mcpauth0.diagnose.client.AccessLog;
import mcpauth0.http.Answer;
import mcpauth0.http.Exchange;
import mcpauth0.http.Failure;
import mcpauth0.http.Header;
import mcpauth0.http.Json;
import mcpauth0.http.Redaction;
import mcpauth0.http.Request;
import mcpauth0.http.Surroundings;
import mcpauth0.http.Trust;
import mcpauth0.http.Visible;
import mcpauth0.oauth.AccessToken;
import mcpauth0.oauth.Challenges;
import mcpauth0.oauth.ClientStore;
import mcpauth0.oauth.Endpoints;
import mcpauth0.oauth.HtmlPage;
import mcpauth0.oauth.Nearness;
import mcpauth0.oauth.Query;
import mcpauth0.oauth.TokenStory;
import mcpauth0.oauth.TokenVerification;
import mcpauth0.oauth.WellKnown;
import mcpauth0.plan.Change;
import mcpauth0.plan.Journal;
import mcpauth0.setup.Likeness;
import mcpauth0.setup.McpUrl;
import mcpauth0.setup.Parsed;
import mcpauth0.setup.Secret;
import mcpauth0.setup.Setup;
import mcpauth0.setup.SetupFile;
import mcpauth0.setup.TenantDomain;

/** Every parser of what others wrote, with examples of what it reads. */
final class Parsers {

    /** @param declared what it may throw besides returning */
    record Parser(String name, Set<Class<? extends Exception>> declared, List<byte[]> examples, Reading reading) {

        @Override
        public String toString() {
            return name;
        }
    }

    @FunctionalInterface
    interface Reading {
        void read(byte[] bytes) throws Exception;
    }

    @FunctionalInterface
    private interface OfText {
        void read(String text) throws Exception;
    }

    private static final String URL = "https://mcp.example:8443/a/b?c=d&e=%41#f";
    private static final String PRM = "{\"resource\":\"https://mcp.example/mcp\",\"authorization_servers\":"
            + "[\"https://t.eu.auth0.com/\"],\"scopes_supported\":[\"a\",\"b\"]}";
    private static final String TOKEN = part("{\"alg\":\"RS256\",\"kid\":\"a\",\"typ\":\"at+jwt\"}") + "."
            + part("{\"iss\":\"https://t.eu.auth0.com/\",\"aud\":[\"https://mcp.example/mcp\"],\"exp\":1790000000,"
                    + "\"iat\":1780000000,\"nbf\":1780000000,\"scope\":\"a b\",\"sub\":\"auth0|1\",\"azp\":\"c\"}")
            + "." + part("signature");
    private static final String KEYS = "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":\"a\",\"use\":\"sig\","
            + "\"x\":\"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4\","
            + "\"y\":\"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM\",\"x5c\":[\"MIIB\"]},{\"kty\":\"RSA\",\"kid\":\"b\","
            + "\"n\":\"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc\","
            + "\"e\":\"AQAB\"}]}";
    private static final String PEM = BadServer.AUTHORITY.certificatePem();
    private static final String STACK = """
        Error: audience invalid. expected: https://a at x (/srv/app/index.js:1:2)
            at com.acme.Foo.bar(Foo.java:12)
        Traceback (most recent call last)
         File "/a/b.py", line 3
        """;

    static final List<Parser> ALL = List.of(
            text("JSON", text -> Json.parse(text).ifPresent(Json::pretty), PRM, KEYS, "[[[1.5e10,true,null]]]"),
            text("access log", AccessLog::parse,
                    "160.79.104.5 - - [02/Nov/2026:11:30:10 +0100] \"POST /mcp HTTP/1.1\" 401 - \"-\" \"Claude-User\"\n",
                    "{\"ts\":1780000000.5,\"request\":{\"remote_ip\":\"192.0.2.1\",\"method\":\"POST\",\"uri\":\"/mcp\","
                            + "\"headers\":{\"User-Agent\":[\"a\"]}},\"status\":401}\n",
                    "time=1 method=GET path=/mcp status=200\nPOST /mcp 401\n"),
            text("redaction", text -> {
                Redaction.text(text);
                Redaction.line(text);
                Redaction.value(text);
                Redaction.body(Mutation.bytes(text));
                Redaction.header(new Header(text, text));
                Visible.line(text);
            }, TOKEN, URL, "code=a&state=b", PRM, "eyJ".repeat(300_000), "code=".repeat(100_000)),
            text("surroundings", Surroundings::of, "{\"resolve\":{\"a.example\":[\"192.31.196.1\"]},\"ways\":"
                    + "{\"192.31.196.1:443\":\"127.0.0.1:8443\"},\"authority\":\"public\",\"slowMillis\":3000}"),
            text("certificates of a file", Set.of(IOException.class), Trust::parse, PEM),
            text("challenges", text -> {
                var challenges = Challenges.of(List.of(text));
                challenges.bearer();
                challenges.scopes();
            }, "Bearer realm=\"a\", error=\"invalid_token\", scope=\"a b\", resource_metadata=\"https://a/b\"",
                    "Basic YWJj==, DPoP algs=\"ES256\" Bearer: x='y', x=z", "Bearer " + "a=b, ".repeat(50_000),
                    "Bearer a=\"" + "\" x".repeat(80_000), "Bearer a=" + ",Bearer".repeat(30_000),
                    ":".repeat(200_000) + "a"),
            text("access token", text -> {
                var token = AccessToken.of(Secret.of(text));
                token.allows();
                token.notBefore();
                TokenVerification.of(token,
                        mcpauth0.oauth.ForeignInput.keys(exchange(Mutation.bytes(KEYS))), "https://t.eu.auth0.com/",
                        "https://mcp.example/mcp", Instant.EPOCH);
                TokenStory.of(token, null, Instant.EPOCH).sentences();
            }, TOKEN, "opaque"),
            text("claims of a token", text -> {
                var token = AccessToken.of(Secret.of(part("{\"alg\":\"RS256\"}") + "." + part(text) + ".c"));
                token.issuedAt();
                TokenStory.of(token, null, Instant.EPOCH).sentences();
            }, "{\"exp\":9000000000000000000,\"iat\":-9000000000000000000,\"nbf\":1e18}",
                    "{\"iss\":\"https://a/\",\"aud\":\"b\",\"exp\":1790000000,\"iat\":1780000000,\"nbf\":1780000000,\"scope\":\"a\"}"),
            new Parser("published keys", Set.of(), List.of(Mutation.bytes(KEYS)),
                    bytes -> mcpauth0.oauth.ForeignInput.keys(exchange(bytes))),
            new Parser("words of an error", Set.of(),
                    List.of(Mutation.bytes("{\"error\":\"invalid_client\",\"message\":\"a\"}"),
                            Mutation.bytes("<html>invalid_request: no</html>")),
                    bytes -> mcpauth0.oauth.ForeignInput.errorWords(answer(bytes))),
            text("page", HtmlPage::of, "<!doctype html><title>A &amp; B</title><form action=/x method=post>"
                    + "<input type=hidden name=a value=\"b\"><button name=c value=d>Accept</button></form><script>x</script>"),
            text("query", Query::of, URL, "http://127.0.0.1/callback?code=a&state=b&iss=https%3A%2F%2Fa"),
            text("addresses", text -> {
                WellKnown.server(text);
                Endpoints.safe(text);
                Nearness.covers(text, new McpUrl("https://mcp.example/mcp"));
                Likeness.of(text, URL);
                if (McpUrl.parse(text) instanceof Parsed.Good<McpUrl>(var url)) {
                    WellKnown.resource(url).forEach(one -> Endpoints.bare(one.url()));
                    Endpoints.bare(url.origin() + url.host() + url.port() + url.bareOrigin());
                }
                TenantDomain.parse(text);
            }, URL, "a.".repeat(20_000) + "a", "\u0130".repeat(200_000), "https://" + "\u0130.".repeat(100_000),
                    "https://t.eu.auth0.com/", "http://[::1]:8080/mcp"),
            new Parser("events", Set.of(),
                    List.of(Mutation.bytes(String.join("\r\n", "event: message", "id: 1", "data: {\"jsonrpc\":\"2.0\",",
                            "data: \"id\":1,\"result\":{}}", "", ": comment", "data: x", "", ""))),
                    mcpauth0.oauth.mcp.ForeignInput::events),
            new Parser("answers of a server", Set.of(),
                    List.of(Mutation.bytes("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}"),
                            Mutation.bytes(
                                    "[{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32600,\"message\":\"a\"}}]")),
                    bytes -> {
                        var answer = mcpauth0.oauth.mcp.ForeignInput.answer(exchange(bytes));
                        answer.result();
                        answer.errorCode();
                    }),
            new Parser("names over HTTPS", Set.of(), List.of(Base64.getDecoder().decode(
                    "AACBgAABAAEAAAAAA21jcAdleGFtcGxlAAABAAHADAABAAEAAAA8AATAH8QB")),
                    mcpauth0.diagnose.network.ForeignInput::isName),
            new Parser("hello of TLS", Set.of(IOException.class), List.of(hello()),
                    mcpauth0.diagnose.tls.ForeignInput::isHello),
            new Parser("certificates of the web", Set.of(), List.of(der(), Mutation.bytes(PEM)),
                    bytes -> mcpauth0.diagnose.tls.ForeignInput.certificates(answer(bytes))),
            text("complaints", mcpauth0.diagnose.validation.ForeignInput::complaint, STACK,
                    "jwt audience invalid. expected: https://mcp.example/mcp"),
            new Parser("leaks", Set.of(), List.of(Mutation.bytes(STACK), Mutation.bytes("/".repeat(1_000_000))),
                    bytes -> mcpauth0.diagnose.validation.ForeignInput.leaks(answer(bytes))),
            new Parser("newest version", Set.of(),
                    List.of(Mutation.bytes(
                            "{\"tag_name\":\"v1.2.0\",\"html_url\":\"https://releases.example/1.2.0\"}")),
                    bytes -> mcpauth0.ui.model.Newest.of(answer(bytes))),
            text("set-up file", SetupFile::read, SetupFile.write(Setup.empty()),
                    "{\"schema\":1,\"server\":\"https://mcp.example/mcp\",\"tenant\":\"t.eu.auth0.com\",\"api\":{\"scopes\":[]}}"),
            text("report", mcpauth0.export.report.ForeignInput::report, mcpauth0.export.report.Samples.signed()),
            text("plan", mcpauth0.cli.ForeignInput::isPlan, "{\"schema\":1,\"tenant\":\"t.eu.auth0.com\",\"setup\":"
                    + SetupFile.write(Setup.empty())
                    + ",\"items\":[{\"step\":\"a\",\"change\":{\"kind\":\"nothing\"}}]}"),
            text("key of a file", pem -> ClientKey.read(pem, "RS256"), BadServer.AUTHORITY.privateKeyPkcs8Pem(), PEM),
            journal(), clients(),
            text("complaints of the Management API", body -> Complaint.of(new Failure.Refused(400, body)),
                    "{\"statusCode\":400,\"error\":\"Bad Request\",\"message\":\"Payload validation error: 'x'\",\"errorCode\":\"a\"}"));

    /** Files of our own, as a full disk or another program may leave them. */
    private static Parser journal() {
        try {
            var journal = Journal.open(Files.createTempDirectory("fuzz"), "t.eu.auth0.com");
            var id = journal.intend("create-api", new Change.Write("https://mcp.example/mcp", List.of(), List.of("a"),
                    List.of(), List.of()));
            journal.done(id, Json.object().put("id", "1"));
            var nothing = "{\"id\":\"a\",\"what\":\"intent\",\"step\":\"s\",\"at\":\"2026-01-01T00:00:00Z\",\"change\":null}";
            return new Parser("journal", Set.of(), List.of(Files.readAllBytes(journal.file()),
                    Mutation.bytes(nothing)), bytes -> {
                        Files.write(journal.file(), bytes);
                        journal.entries();
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Parser clients() {
        try {
            var folder = Files.createTempDirectory("fuzz");
            return new Parser("remembered clients", Set.of(), List.of(Mutation.bytes("{\"issuer\":\"https://a/\","
                    + "\"client_id\":\"c\",\"redirect_uris\":[\"http://127.0.0.1/\"],\"answer\":{}}")), bytes -> {
                        Files.write(folder.resolve("client-1.json"), bytes);
                        ClientStore.inFolder(folder).all();
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Parsers() {
    }

    private static Parser text(String name, OfText reading, String... examples) {
        return text(name, Set.of(), reading, examples);
    }

    private static Parser text(String name, Set<Class<? extends Exception>> declared, OfText reading,
            String... examples) {
        return new Parser(name, declared, List.of(examples).stream().map(Mutation::bytes).toList(),
                bytes -> reading.read(new String(bytes, StandardCharsets.UTF_8)));
    }

    private static String part(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Mutation.bytes(text));
    }

    private static Answer answer(byte[] bytes) {
        return new Answer(200, "http/1.1", List.of(new Header("Content-Type", "text/html")), bytes, false);
    }

    private static Exchange exchange(byte[] bytes) {
        return new Exchange(1, Instant.EPOCH, Request.get("https://a.example/").within(Duration.ofSeconds(1)),
                answer(bytes), null, new Exchange.Timing(0, 0, 0, 0, 0), null, null);
    }

    private static byte[] der() {
        try {
            return BadServer.AUTHORITY.certificate().getEncoded();
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of a server that goes on with TLS 1.3. */
    private static byte[] hello() {
        var record = new byte[5 + 4 + 2 + 32 + 1 + 32 + 3 + 2 + 6];
        record[0] = 22;
        record[1] = 3;
        record[2] = 3;
        record[4] = (byte) (record.length - 5);
        record[5] = 2;
        record[8] = (byte) (record.length - 9);
        record[9] = 3;
        record[10] = 3;
        record[43] = 32;
        record[76] = 0x13;
        record[77] = 1;
        record[80] = 6;
        record[82] = 43;
        record[84] = 2;
        record[85] = 3;
        record[86] = 4;
        return record;
    }
}
