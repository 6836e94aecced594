package mcpauth0.bad;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import mcpauth0.http.Json;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;

/**
 * An MCP server and its authorization server on one raw socket on loopback: good everywhere but for one place. The MCP
 * server goes by {@code localhost}, the issuer by {@code 127.0.0.1}.
 */
final class BadServer implements AutoCloseable {

    /** One authority for all: making keys takes time. */
    static final HeldCertificate AUTHORITY = new HeldCertificate.Builder().certificateAuthority(0).build();

    private static final SSLContext GOOD = contextOf(leaf().build());

    static final String NAME = "mcp.bad.example";
    static final String ISSUER_NAME = "as.bad.example";

    /** Answers badly. */
    @FunctionalInterface
    interface Spoiling {
        void write(Wire wire, Good good) throws IOException;
    }

    private final ServerSocket socket;
    private final @Nullable Place place;
    private final Spoiling bad;
    private final String name;
    private final String issuerName;
    private final SSLContext tls;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicLong written = new AtomicLong();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    BadServer(@Nullable Place place, Spoiling bad) throws IOException {
        this(place, bad, GOOD);
    }

    /** One that goes by the names of servers elsewhere: {@link #NAME} and {@link #ISSUER_NAME}. */
    static BadServer elsewhere(Place place, Spoiling bad) throws IOException {
        return new BadServer(place, bad, GOOD, NAME, ISSUER_NAME);
    }

    BadServer(@Nullable Place place, Spoiling bad, SSLContext tls) throws IOException {
        this(place, bad, tls, "localhost:PORT", "127.0.0.1:PORT");
    }

    private BadServer(@Nullable Place place, Spoiling bad, SSLContext tls, String name, String issuerName)
            throws IOException {
        this.place = place;
        this.bad = bad;
        this.tls = tls;
        this.socket = new ServerSocket(0, 100, InetAddress.getByAddress(new byte[]{127, 0, 0, 1}));
        this.name = name.replace("PORT", String.valueOf(port()));
        this.issuerName = issuerName.replace("PORT", String.valueOf(port()));
        Thread.ofPlatform().daemon().start(this::accept);
    }

    static HeldCertificate.Builder leaf() {
        return new HeldCertificate.Builder().signedBy(AUTHORITY).commonName("localhost")
                .addSubjectAlternativeName("localhost").addSubjectAlternativeName("127.0.0.1")
                .addSubjectAlternativeName(NAME).addSubjectAlternativeName(ISSUER_NAME);
    }

    static SSLContext contextOf(HeldCertificate leaf, X509Certificate... intermediates) {
        return new HandshakeCertificates.Builder().heldCertificate(leaf, intermediates).build().sslContext();
    }

    int port() {
        return socket.getLocalPort();
    }

    String mcp() {
        return "https://" + name + "/mcp";
    }

    String issuer() {
        return "https://" + issuerName;
    }

    /** Bytes of bad answers that went out before the other side hung up. */
    long written() {
        return written.get();
    }

    /** Method and path of every request. */
    List<String> asked() {
        return asked;
    }

    private void accept() {
        while (!socket.isClosed())
            try {
                var plain = socket.accept();
                open.add(plain);
                Thread.ofPlatform().daemon().start(() -> serve(plain));
            } catch (IOException _) {
                return;
            }
    }

    private void serve(Socket plain) {
        try (plain; var secured = (SSLSocket) tls.getSocketFactory().createSocket(plain, null, true)) {
            var in = new BufferedInputStream(secured.getInputStream());
            var out = secured.getOutputStream();
            while (answer(in, out)) {
                // The connection is used again.
            }
        } catch (IOException _) {
            // The other side has had enough.
        }
    }

    private boolean answer(InputStream in, OutputStream out) throws IOException {
        var request = line(in).split(" ", -1);
        if (request.length < 2)
            return false;
        var length = 0;
        for (var header = line(in); !header.isEmpty(); header = line(in))
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                length = Integer.parseInt(header.substring(15).strip());
        var body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        asked.add(request[0] + " " + request[1]);
        var good = good(request[0], request[1], body);
        if (place != null && place.isAt(request[1])) {
            bad.write(new Wire(out), good);
            return false;
        }
        out.write(good.whole());
        out.flush();
        return true;
    }

    private static String line(InputStream in) throws IOException {
        var text = new StringBuilder();
        for (var c = in.read(); c >= 0 && c != '\n'; c = in.read())
            if (c != '\r')
                text.append((char) c);
        return text.toString();
    }

    /** An answer as it should be. */
    record Good(String status, String headers, String body) {

        /** The last one on its connection. */
        byte[] last() {
            return new Good(status, "Connection: close\r\n" + headers, body).whole();
        }

        byte[] whole() {
            return ("HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: "
                    + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body)
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    private Good good(String method, String path, String body) {
        var json = "Content-Type: application/json\r\n";
        if (Place.FIRST_CALL.isAt(path))
            return new Good("401 Unauthorized", "WWW-Authenticate: Bearer resource_metadata=\"https://" + name
                    + "/.well-known/oauth-protected-resource/mcp\", scope=\"read\"\r\n", "");
        if (Place.RESOURCE_METADATA.isAt(path))
            return new Good("200 OK", json, "{\"resource\":\"" + mcp() + "\",\"authorization_servers\":[\"" + issuer()
                    + "\"],\"scopes_supported\":[\"read\"],\"bearer_methods_supported\":[\"header\"]}");
        if (Place.SERVER_METADATA.isAt(path))
            return new Good("200 OK", json, ("{'issuer':'I','authorization_endpoint':'I/authorize',"
                    + "'token_endpoint':'I/token','registration_endpoint':'I/register','jwks_uri':'I/jwks',"
                    + "'response_types_supported':['code'],'code_challenge_methods_supported':['S256'],"
                    + "'token_endpoint_auth_methods_supported':['none'],'scopes_supported':['read']}")
                    .replace('\'', '"').replace("I/", issuer() + "/").replace("\"I\"", "\"" + issuer() + "\""));
        if (Place.KEYS.isAt(path))
            return new Good("200 OK", json,
                    "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":\"a\",\"use\":\"sig\","
                            + "\"x\":\"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4\","
                            + "\"y\":\"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM\"}]}");
        if (Place.REGISTRATION.isAt(path))
            return new Good("201 Created", json,
                    "{\"client_id\":\"abc\",\"redirect_uris\":"
                            + Json.parse(body).orElseThrow().path("redirect_uris") + "}");
        if (Place.TOKEN.isAt(path))
            return new Good("200 OK", json, "{\"access_token\":\"opaque\",\"token_type\":\"Bearer\"}");
        return new Good(method.equals("GET") ? "404 Not Found" : "405 Method Not Allowed", "", "");
    }

    /** Where a bad answer is written to. */
    final class Wire {

        private final OutputStream out;

        private Wire(OutputStream out) {
            this.out = out;
        }

        String issuer() {
            return BadServer.this.issuer();
        }

        void write(byte... bytes) throws IOException {
            out.write(bytes);
            out.flush();
            written.addAndGet(bytes.length);
        }

        void write(String text) throws IOException {
            write(text.getBytes(StandardCharsets.UTF_8));
        }

        /** Again and again, until the other side hangs up. */
        void forEver(String text) throws IOException {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            while (closed.getCount() > 0)
                write(bytes);
        }

        /** Byte by byte, fast enough that no single read waits long, until the other side hangs up. */
        void drip(String text) throws IOException {
            try {
                for (var c : text.getBytes(StandardCharsets.UTF_8)) {
                    write(c);
                    if (closed.await(20, TimeUnit.MILLISECONDS))
                        return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** Says nothing until everything is over. */
        void silence() {
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        socket.close();
        for (var one : open)
            one.close();
    }
}
