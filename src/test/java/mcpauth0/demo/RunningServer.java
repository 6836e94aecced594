package mcpauth0.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import mcpauth0.http.Answer;
import mcpauth0.http.Exchange;
import mcpauth0.http.FailureException;
import mcpauth0.http.Http;
import mcpauth0.http.Json;
import mcpauth0.http.Network;
import mcpauth0.http.Request;
import mcpauth0.http.Trust;

/** A practice server without its tenant: the test itself issues the tokens. */
final class RunningServer implements AutoCloseable {

    static final String TENANT = "localhost:1";
    static final String ISSUER = "https://localhost:1/";
    static final RSAKey KEY = newKey();
    /** Somebody else's key, under the same name. */
    static final RSAKey STRANGER = newKey();

    private final PracticeServer server;
    private final Http http;

    private RunningServer(PracticeServer server, Http http) {
        this.server = server;
        this.http = http;
    }

    static RunningServer with(String... faults) throws IOException {
        var authority = new Authority();
        var server = PracticeServer.open(0, authority, Set.of(faults), null);
        server.start(TENANT, () -> new JWKSet(KEY.toPublicJWK()), Duration.ZERO);
        return new RunningServer(server,
                new Http(Network.system().withTrust(Trust.only(List.of(authority.certificate())))));
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("first").algorithm(JWSAlgorithm.RS256).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String url() {
        return server.url();
    }

    String at(String path) {
        return URI.create(server.url()).resolve(path).toString();
    }

    List<Seen> requests() {
        return server.requests();
    }

    Exchange exchange(Request request) {
        return http.send(request);
    }

    Answer send(Request request) {
        try {
            return http.send(request).answerOrThrow();
        } catch (FailureException e) {
            throw new AssertionError(e);
        }
    }

    Answer get(String path) {
        return send(Request.get(at(path)));
    }

    /** The certificate that it shows, whatever is wrong with it. */
    X509Certificate certificate() throws IOException, GeneralSecurityException {
        return certificates()[0];
    }

    /** All that it sends. */
    X509Certificate[] certificates() throws IOException, GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[]{new Watcher()}, null);
        var address = URI.create(url());
        try (var socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", address.getPort())) {
            socket.startHandshake();
            return Arrays.copyOf(socket.getSession().getPeerCertificates(),
                    socket.getSession().getPeerCertificates().length, X509Certificate[].class);
        }
    }

    /** The beginning of its answer to a greeting in a version of TLS that this Java does not speak. */
    byte[] greeted(int version) throws IOException {
        var hello = ByteBuffer.allocate(5 + 4 + 41);
        hello.put((byte) 22).putShort((short) 0x0301).putShort((short) 45);
        hello.put((byte) 1).put((byte) 0).putShort((short) 41);
        hello.putShort((short) version).put(new byte[32]).put((byte) 0).putShort((short) 2).putShort((short) 0x002f)
                .put((byte) 1).put((byte) 0);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), URI.create(url()).getPort())) {
            socket.getOutputStream().write(hello.array());
            return socket.getInputStream().readNBytes(1);
        }
    }

    /** Looks at any certificate. */
    private static final class Watcher implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            // Nobody shows it one.
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            // Bad ones are what it is for.
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    // Tokens

    String token() {
        return token(claims -> claims);
    }

    String token(UnaryOperator<JWTClaimsSet.Builder> change) {
        return signed(KEY, change.apply(claims()).build());
    }

    /** What a good token says. */
    JWTClaimsSet.Builder claims() {
        var now = Instant.now();
        return new JWTClaimsSet.Builder().issuer(ISSUER).audience(url()).subject("auth0|ada").claim("azp", "tpc_1")
                .claim("scope", "mcp:use").issueTime(Date.from(now)).expirationTime(Date.from(now.plusSeconds(3600)));
    }

    static String signed(RSAKey key, JWTClaimsSet claims) {
        try {
            var jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID())
                    .type(new JOSEObjectType("at+jwt")).build(), claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    // The era of the handshake

    Request message(String method, ObjectNode params) {
        var body = Json.object().put("jsonrpc", "2.0").put("id", 7).put("method", method);
        body.set("params", params);
        return Request.post(url(), "application/json", Json.write(body)).with("Accept",
                "application/json, text/event-stream");
    }

    Request initialize() {
        var params = Json.object().put("protocolVersion", "2025-11-25");
        params.putObject("capabilities");
        params.putObject("clientInfo").put("name", "test").put("version", "1");
        return message("initialize", params);
    }

    /** The id of a new session. */
    String session(String token) {
        var id = send(initialize().bearer(token)).header("Mcp-Session-Id");
        if (id == null)
            throw new AssertionError("no session");
        return id;
    }

    Request inSession(String session, String method, ObjectNode params) {
        return message(method, params).with("MCP-Protocol-Version", "2025-11-25").with("Mcp-Session-Id", session);
    }

    Answer list(String token) {
        return send(inSession(session(token), "tools/list", Json.object()).bearer(token));
    }

    // The era without

    Request modern(String method, ObjectNode params) {
        var meta = params.putObject("_meta").put("io.modelcontextprotocol/protocolVersion", "2026-07-28");
        meta.putObject("io.modelcontextprotocol/clientCapabilities");
        return message(method, params).with("MCP-Protocol-Version", "2026-07-28").with("Mcp-Method", method);
    }

    Request modernCall(String tool, ObjectNode arguments) {
        var params = Json.object().put("name", tool);
        params.set("arguments", arguments);
        return modern("tools/call", params).with("Mcp-Name", tool);
    }

    static JsonNode json(Answer answer) {
        return answer.json().orElseThrow(() -> new AssertionError("not JSON: " + answer.text()));
    }

    @Override
    public void close() {
        http.close();
        server.close();
    }
}
