package mcpauth0.demo;

import static java.util.Map.entry;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.X509CertUtils;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.util.X509CertificateUtils;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import mcpauth0.http.Answer;
import mcpauth0.http.Failure;
import mcpauth0.http.Json;
import mcpauth0.http.Request;
import mcpauth0.oauth.LoopbackPublisher;

/** How each fault of the practice server shows on the wire, to somebody who looks for it alone. */
final class Symptoms {

    /** Whether the symptom shows. */
    @FunctionalInterface
    interface Symptom {
        boolean shows(RunningServer server) throws Exception;
    }

    /** By the fault that they are of. */
    static final Map<String, Symptom> ALL = Map.ofEntries(
            entry("net-lb-path-rule", server -> {
                var answer = server.send(server.initialize());
                return answer.status() == 404 && answer.mediaType().equals("text/html")
                        && server.send(server.initialize().withUrl(server.at("/mcp/"))).status() == 401;
            }),
            entry("net-discovery-rate-limited",
                    server -> "1".equals(
                            server.get("/.well-known/oauth-protected-resource").header("Retry-After"))),
            entry("net-slow-endpoint",
                    server -> server.exchange(Request.get(server.at("/.well-known/oauth-protected-resource/mcp")))
                            .timing().total() >= Front.NAP.toMillis()),
            entry("net-waf-blocks-client", server -> stopped(server.send(server.initialize().with("User-Agent",
                    "Claude-User")))),
            entry("net-waf-partial-paths", server -> {
                var client = server.initialize().with("User-Agent", "python-httpx/0.28.1");
                return !stopped(server.send(client)) && stopped(server.send(Request
                        .get(server.at("/.well-known/oauth-protected-resource/mcp"))
                        .with("User-Agent", "python-httpx/0.28.1")));
            }),
            entry("tls-chain-incomplete", server -> refused(server,
                    leaf -> leaf.getIssuerX500Principal().getName().contains("issuing authority"))),
            entry("tls-chain-order",
                    server -> server.certificates().length == 2 && !server.certificates()[0].getIssuerX500Principal()
                            .equals(server.certificates()[1].getSubjectX500Principal())),
            entry("tls-not-yet-valid",
                    server -> refused(server, leaf -> leaf.getNotBefore().toInstant().isAfter(Instant.now()))),
            entry("tls-expires-soon", server -> server.certificate().getNotAfter().toInstant()
                    .isBefore(Instant.now().plus(Duration.ofDays(21)))),
            entry("tls-protocol-too-old", server -> server.greeted(0x0301)[0] == 22),
            entry("tls-client-certificate", server -> server.exchange(server.initialize()).answer() == null
                    && server.certificate().getNotAfter().toInstant().isAfter(Instant.now())),
            entry("tls-weak-key", server -> server.certificate().getPublicKey() instanceof RSAPublicKey key
                    && key.getModulus().bitLength() == 1024),
            entry("tls-weak-signature",
                    server -> server.certificate().getSigAlgName().equals("SHA1withECDSA")),
            entry("tls-wrong-purpose", server -> refused(server, leaf -> !purposes(leaf).contains("1.3.6.1.5.5.7.3.1")
                    && purposes(leaf).contains("1.3.6.1.5.5.7.3.2"))),
            entry("tls-expired",
                    server -> refused(server, leaf -> leaf.getNotAfter().toInstant().isBefore(Instant.now()))),
            entry("tls-hostname-mismatch",
                    server -> refused(server, leaf -> names(leaf).contains("mcp.practice.invalid"))),
            entry("tls-untrusted-ca",
                    server -> refused(server,
                            leaf -> leaf.getIssuerX500Principal().getName().contains("other authority"))),
            entry("tls-plain-http", server -> metadata(server).contains("http://localhost:1/")),
            entry("transport-redirect-drops-auth", server -> {
                var answer = server.send(server.initialize());
                return answer.status() == 307 && "/mcp/".equals(answer.header("Location"))
                        && server.send(server.initialize().withUrl(server.at("/mcp/"))).status() == 401;
            }),
            entry("transport-cross-host-redirect",
                    server -> location(server).equals("https://www.practice.invalid/mcp")),
            entry("transport-downgrade-redirect",
                    server -> location(server).matches("http://localhost:\\d+/mcp/")),
            entry("transport-host-rejected", server -> server.send(server.initialize()).status() == 421),
            entry("transport-legacy-sse-only", server -> server.send(server.initialize()).status() == 405),
            entry("transport-accept-406",
                    server -> server.send(server.initialize().without("Accept")
                            .with("Accept", "text/event-stream, application/json").bearer(server.token()))
                            .status() == 406),
            entry("transport-version-rejected", server -> in(server, server.initialize()).status() == 400
                    && in(server, server.modern("server/discover", Json.object())).text().contains("2024-11-05")),
            entry("transport-legacy-only", server -> in(server, server.initialize()).text().contains("2025-06-18")
                    && in(server, server.modern("server/discover", Json.object())).status() == 400),
            entry("transport-modern-only", server -> in(server, server.initialize()).status() == 400
                    && in(server, server.modern("server/discover", Json.object())).status() == 200),
            entry("transport-content-type-wrong", server -> in(server, server.modern("tools/list", Json.object()))
                    .mediaType().equals("text/plain")),
            entry("transport-answer-mismatch", server -> in(server, server.modern("tools/list", Json.object())).text()
                    .contains("\"id\":1,")),
            entry("transport-sse-buffered", server -> {
                var timing = server.exchange(server.modern("tools/list", Json.object()).without("Accept")
                        .with("Accept", "text/event-stream").bearer(server.token())).timing();
                return timing.total() - timing.waiting() > 3000;
            }),
            entry("transport-notification-not-202", server -> {
                var body = Json.object().put("jsonrpc", "2.0").put("method", "notifications/initialized");
                return in(server, server.initialize()).status() == 200 && in(server,
                        server.inSession(server.session(server.token()), "x", Json.object())
                                .withBody(Json.write(body)))
                        .status() == 200;
            }),
            entry("transport-get-hangs-or-500", server -> in(server, Request.get(server.url())).status() == 500),
            entry("transport-header-mismatch-accepted",
                    server -> in(server, server.modern("tools/list", Json.object()).without("Mcp-Method")
                            .with("Mcp-Method", "resources/list")).status() == 200),
            entry("transport-html-answer", server -> {
                var answer = server.send(server.initialize());
                return answer.status() == 200 && answer.mediaType().equals("text/html");
            }),
            entry("transport-endpoint-not-found", server -> server.send(server.initialize()).status() == 404
                    && server.send(server.initialize().withUrl(server.at("/mcp/"))).status() == 401),
            entry("transport-origin-not-validated",
                    server -> ok(server, server.initialize().bearer(server.token()).with("Origin",
                            "https://evil.example"))),
            entry("challenge-missing-401", server -> server.send(server.initialize()).status() != 401),
            entry("challenge-header-renamed",
                    server -> server.send(server.initialize()).header("x-amzn-remapped-www-authenticate") != null),
            entry("challenge-header-stripped", server -> challenge(server).startsWith("Basic ")),
            entry("challenge-relative-or-bad-url", server -> challenge(server).contains("resource_metadata=\"/")),
            entry("challenge-off-origin-pointer", server -> challenge(server).contains("https://127.0.0.1:")),
            entry("challenge-scope-absent", server -> challenge(server).startsWith("Bearer ")
                    && !challenge(server).contains("scope=") && metadata(server).contains("mcp:use")),
            entry("challenge-offline-access-scope", server -> challenge(server).contains("offline_access")),
            entry("prm-behind-auth", server -> server.get("/.well-known/oauth-protected-resource").status() == 401),
            entry("prm-path-variant-missing",
                    server -> server.get("/.well-known/oauth-protected-resource/mcp").status() == 404
                            && server.get("/.well-known/oauth-protected-resource").status() == 200),
            entry("prm-resource-bare-origin", server -> server.get("/.well-known/oauth-protected-resource").text()
                    .matches(".*\"resource\":\"https://localhost:\\d+\".*")),
            entry("prm-as-is-mcp-host", server -> metadata(server).matches(".*\\[\"https://localhost:\\d{4,5}/\"].*")),
            entry("prm-first-as-broken", server -> metadata(server)
                    .contains("[\"https://localhost:1/retired/\",\"https://localhost:1/\"]")),
            entry("prm-bearer-methods", server -> metadata(server).contains("[\"query\"]")),
            entry("prm-scope-unknown", server -> metadata(server).contains("mcp:admin")),
            entry("challenge-no-resource-metadata", server -> challenged(server)
                    && !challenge(server).contains("resource_metadata=")),
            entry("challenge-pointer-dead", server -> challenge(server).contains("resource_metadata=\"https")
                    && server.send(Request.get(challenge(server).split("\"", 3)[1])).status() == 404),
            entry("prm-not-found", server -> server.get("/.well-known/oauth-protected-resource/mcp").status() == 404
                    && server.get("/.well-known/oauth-protected-resource").status() == 404),
            entry("prm-resource-mismatch", server -> metadata(server).contains("https://mcp.internal/mcp")),
            entry("prm-authorization-servers-empty",
                    server -> metadata(server).contains("\"authorization_servers\":[]")),
            entry("prm-not-json",
                    server -> Json.parse(metadata(server)).isEmpty() && !metadata(server).startsWith("Not")),
            entry("authz-oidc-scope-third-party", server -> metadata(server).contains("\"openid\"")),
            entry("prm-scopes-missing",
                    server -> !metadata(server).contains("mcp:use") && challenged(server)
                            && !challenge(server).contains("scope=")),
            entry("as-issuer-trailing-slash", server -> metadata(server).contains("\"https://localhost:1\"")),
            entry("rs-no-auth", server -> ok(server, server.modernCall("whoami", Json.object()))),
            entry("rs-accepts-any-bearer", server -> accepts(server, "x")),
            entry("rs-accepts-wrong-audience",
                    server -> accepts(server, server.token(claims -> claims.audience("https://decoy.invalid/api")))),
            entry("rs-accepts-tampered-signature", server -> accepts(server, tamperedSignature(server.token()))),
            entry("rs-accepts-tampered-claims", server -> {
                var token = server.token();
                ok(server, server.modern("server/discover", Json.object()).bearer(token));
                return accepts(server, tamperedClaims(server, token));
            }),
            entry("rs-accepts-alg-none", server -> unsigned(server).anyMatch(token -> accepts(server, token))),
            entry("rs-accepts-hs256-public-key",
                    server -> signedWithPublicKey(server).anyMatch(token -> accepts(server, token))),
            entry("rs-accepts-other-issuer",
                    server -> accepts(server, RunningServer.signed(RunningServer.STRANGER,
                            server.claims().issuer("https://elsewhere.example/").build()))),
            entry("rs-rejects-valid-token",
                    server -> server.send(server.initialize().bearer(server.token())).status() == 401),
            entry("rs-wrong-status", server -> server.send(server.initialize().bearer("a.b.c")).status() == 403),
            entry("rs-accepts-embedded-jwk",
                    server -> accepts(server,
                            strange(server, header -> header.jwk(RunningServer.STRANGER.toPublicJWK())))),
            entry("rs-accepts-jku", server -> {
                try (var ours = new LoopbackPublisher()) {
                    var address = ours.publish("/keys", new JWKSet(RunningServer.STRANGER.toPublicJWK()).toString());
                    return accepts(server, strange(server, header -> header.jwkURL(URI.create(address))));
                }
            }), entry("rs-accepts-x5u", server -> {
                try (var ours = new LoopbackPublisher()) {
                    var address = ours.publish("/x.pem", certificate());
                    return accepts(server, strange(server, header -> header.x509CertURL(URI.create(address))));
                }
            }),
            entry("rs-accepts-kid-injection",
                    server -> accepts(server, keyed(server, "../../../../../dev/null", new byte[32]))
                            && server.send(server.initialize().bearer(keyed(server, "o'", new byte[32])))
                                    .status() == 500),
            entry("rs-accepts-expired",
                    server -> accepts(server,
                            server.token(
                                    claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(7200)))))),
            entry("rs-accepts-future-nbf", server -> accepts(server,
                    server.token(claims -> claims.notBeforeTime(Date.from(Instant.now().plusSeconds(7200)))))),
            entry("rs-accepts-missing-audience",
                    server -> accepts(server, server.token(claims -> claims.audience((String) null)))),
            entry("rs-accepts-query-token",
                    server -> ok(server,
                            server.initialize().withUrl(server.url() + "?access_token=" + server.token()))),
            entry("rs-accepts-body-or-cookie-token",
                    server -> ok(server, server.initialize().with("Cookie", "a=b; access_token=" + server.token()))
                            && ok(server, inJson(server)) && server.send(Request.post(server.url(),
                                    "application/x-www-form-urlencoded", "access_token=" + server.token()))
                                    .status() == 415),
            entry("rs-scope-not-enforced",
                    server -> ok(server, server.modernCall("whoami", Json.object()).bearer(withoutScope(server)))),
            entry("rs-insufficient-scope-shape",
                    server -> server.send(server.modernCall("whoami", Json.object()).bearer(withoutScope(server)))
                            .status() == 401),
            entry("rs-401-without-invalid-token", server -> {
                var answer = server.send(server.initialize().bearer("a.b.c"));
                return answer.status() == 401 && !String.valueOf(answer.header("WWW-Authenticate")).contains("error=");
            }),
            entry("rs-error-leaks",
                    server -> server.send(server.initialize().bearer("a.b.c")).text().contains("Traceback")),
            entry("rs-jwks-cache-stale", server -> refusal(server).contains("no matching key")),
            entry("rs-clock-skew", server -> refusal(server).contains("Expired")),
            entry("session-empty-tools",
                    server -> server.list(server.token()).text().contains("\"tools\":[]")),
            entry("session-unknown-id-status",
                    server -> server
                            .send(server.inSession("11111111-2222-3333-4444-555555555555", "ping", Json.object())
                                    .bearer(server.token()))
                            .status() == 400),
            entry("session-lost-across-replicas", server -> {
                var session = server.session(server.token());
                return Stream.of(1, 2, 3).anyMatch(_ -> in(server,
                        server.inSession(session, "ping", Json.object()).onFreshConnection()).status() == 404);
            }),
            entry("session-missing-id-accepted",
                    server -> in(server, server.message("tools/list", Json.object())).status() == 200),
            entry("session-delete-unsupported",
                    server -> in(server, Request.of("DELETE", server.url()).with("Mcp-Session-Id",
                            server.session(server.token()))).status() == 405),
            entry("session-id-weak", server -> server.session(server.token()).length() < 10),
            entry("rs-auth-only-on-initialize",
                    server -> ok(server,
                            server.inSession(server.session(server.token()), "tools/list", Json.object()))),
            entry("cors-wellknown-missing", server -> {
                var origin = "http://localhost:6274";
                var preflight = server.send(Request.of("OPTIONS", server.url()).with("Origin", origin)
                        .with("Access-Control-Request-Method", "POST"));
                var read = server.send(server.initialize().with("Origin", origin));
                var document = server.get("/.well-known/oauth-protected-resource/mcp");
                return preflight.status() == 204 && open(preflight) && open(read) && !open(document);
            }),
            entry("cors-preflight-401", server -> preflight(server).status() == 401),
            entry("cors-allow-headers", server -> preflight(server).status() == 204
                    && !listed(preflight(server), "Access-Control-Allow-Headers").contains("Authorization")),
            entry("cors-methods", server -> preflight(server).status() == 204
                    && !listed(preflight(server), "Access-Control-Allow-Methods").contains("DELETE")),
            entry("cors-expose-headers",
                    server -> open(page(server)) && listed(page(server), "Access-Control-Expose-Headers").isEmpty()),
            entry("cors-wildcard-credentials",
                    server -> "true".equals(page(server).header("Access-Control-Allow-Credentials"))));

    private Symptoms() {
    }

    static Symptom of(String fault) {
        return Objects.requireNonNull(ALL.get(fault), fault);
    }

    private static boolean ok(RunningServer server, Request request) {
        return server.send(request).status() == 200;
    }

    private static boolean stopped(Answer answer) {
        return answer.status() == 403 && answer.header("cf-mitigated") != null;
    }

    /** Both eras must let it in. */
    static boolean accepts(RunningServer server, String token) {
        return ok(server, server.initialize().bearer(token))
                && ok(server, server.modern("tools/list", Json.object()).bearer(token));
    }

    private static Answer in(RunningServer server, Request request) {
        return server.send(request.bearer(server.token()));
    }

    private static String location(RunningServer server) {
        var location = server.send(server.initialize()).header("Location");
        return location == null ? "" : location;
    }

    private static Answer preflight(RunningServer server) {
        return server.send(Request.of("OPTIONS", server.url()).with("Origin", "http://localhost:6274")
                .with("Access-Control-Request-Method", "POST"));
    }

    /** What a call without a token from a page is answered. */
    private static Answer page(RunningServer server) {
        return server.send(server.initialize().with("Origin", "http://localhost:6274"));
    }

    private static String listed(Answer answer, String header) {
        var line = answer.header(header);
        return line == null ? "" : line;
    }

    private static String refusal(RunningServer server) {
        return String.valueOf(server.send(server.initialize().bearer(server.token())).header("WWW-Authenticate"));
    }

    private static String withoutScope(RunningServer server) {
        return server.token(claims -> claims.claim("scope", "openid"));
    }

    private static Request inJson(RunningServer server) {
        var request = server.initialize();
        return request
                .withBody(request.bodyText().replaceFirst("\\{", "{\"access_token\":\"" + server.token() + "\","));
    }

    /** By somebody else's key, which the header leads to. */
    private static String strange(RunningServer server, UnaryOperator<JWSHeader.Builder> header) {
        try {
            var jwt = new SignedJWT(header.apply(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("first")).build(),
                    server.claims().build());
            jwt.sign(new RSASSASigner(RunningServer.STRANGER));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String keyed(RunningServer server, String keyId, byte[] secret) {
        try {
            var jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(keyId).build(),
                    server.claims().build());
            jwt.sign(new MACSigner(secret));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String certificate() throws Exception {
        var now = Instant.now();
        return X509CertUtils.toPEMString(X509CertificateUtils.generateSelfSigned(new Issuer("stranger"),
                Date.from(now.minusSeconds(60)), Date.from(now.plusSeconds(60)), RunningServer.STRANGER.toPublicKey(),
                RunningServer.STRANGER.toPrivateKey()));
    }

    private static boolean open(Answer answer) {
        return "*".equals(answer.header("Access-Control-Allow-Origin"));
    }

    private static String metadata(RunningServer server) {
        return server.get("/.well-known/oauth-protected-resource/mcp").text();
    }

    private static boolean challenged(RunningServer server) {
        return !challenge(server).isEmpty();
    }

    private static String challenge(RunningServer server) {
        var line = server.send(server.initialize()).header("WWW-Authenticate");
        return line == null ? "" : line;
    }

    /** Whether the handshake is refused, and the certificate that was shown is one of this kind. */
    private static boolean refused(RunningServer server, Predicate<X509Certificate> kind) throws Exception {
        return server.exchange(server.initialize()).failure() instanceof Failure.Unreachable(var reason, _, _)
                && reason == Failure.Unreachable.Reason.UNTRUSTED && kind.test(server.certificate());
    }

    private static String purposes(X509Certificate certificate) {
        try {
            return String.valueOf(certificate.getExtendedKeyUsage());
        } catch (CertificateParsingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String names(X509Certificate certificate) {
        try {
            return String.valueOf(certificate.getSubjectAlternativeNames());
        } catch (CertificateParsingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String tamperedSignature(String token) {
        var at = (token.lastIndexOf('.') + token.length()) / 2;
        return token.substring(0, at) + (token.charAt(at) == 'A' ? 'B' : 'A') + token.substring(at + 1);
    }

    private static String tamperedClaims(RunningServer server, String token) {
        var parts = token.split("\\.", -1);
        return parts[0] + "." + Base64URL.encode(server.claims().subject("auth0|root").build().toString()) + "."
                + parts[2];
    }

    /** In every spelling. */
    static Stream<String> unsigned(RunningServer server) {
        return Stream.of("none", "None", "NONE", "nOnE").map(algorithm -> unsigned(server, algorithm));
    }

    /** With each end that the key's text may have. */
    static Stream<String> signedWithPublicKey(RunningServer server) {
        return Stream.of("", "\n").map(end -> hs256(server, end));
    }

    private static String unsigned(RunningServer server, String algorithm) {
        return Base64URL.encode("{\"alg\":\"" + algorithm + "\",\"typ\":\"at+jwt\"}") + "."
                + Base64URL.encode(server.claims().build().toString()) + ".";
    }

    private static String hs256(RunningServer server, String end) {
        try {
            var pem = "-----BEGIN PUBLIC KEY-----\n"
                    + Base64.getMimeEncoder(64, new byte[]{'\n'})
                            .encodeToString(RunningServer.KEY.toRSAPublicKey().getEncoded())
                    + "\n-----END PUBLIC KEY-----" + end;
            var jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("first").build(),
                    server.claims().build());
            jwt.sign(new MACSigner(pem.getBytes(StandardCharsets.UTF_8)));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
