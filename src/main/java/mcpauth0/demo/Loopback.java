package mcpauth0.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * An HTTPS server on 127.0.0.1 and nowhere else: the JDK's own, one virtual thread per request. It has its port as soon
 * as it is {@linkplain #open opened} and answers once it is {@linkplain #start started}; routes are added in between.
 *
 * <p>Routes are found by the method and the path as it was sent: it is split first and decoded then, so that an encoded
 * slash stays part of its segment (the Management API takes whole URLs there).
 */
final class Loopback implements AutoCloseable {

    private static final int MAX_BODY = 1 << 20;

    private final HttpServer server;
    private final boolean tls;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Entry> routes = new CopyOnWriteArrayList<>();
    private final List<Route.Gate> gates = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<Seen> seen = new ConcurrentLinkedQueue<>();
    private volatile Route otherwise = request -> Outgoing.text(404, "Not found");

    private record Entry(String method, List<String> pattern, Route route) {
    }

    private Loopback(HttpServer server, boolean tls) {
        this.server = server;
        this.tls = tls;
    }

    /**
     * @param port 0 for any that is free
     * @param tls null speaks plain HTTP
     * @throws IOException when the port is taken
     */
    static Loopback open(int port, @Nullable SSLContext tls) throws IOException {
        return open(port, tls, false);
    }

    /** @param demanding whether only who shows a certificate is let in */
    static Loopback open(int port, @Nullable SSLContext tls, boolean demanding) throws IOException {
        var address = new InetSocketAddress(InetAddress.getByAddress("localhost", new byte[]{127, 0, 0, 1}), port);
        if (tls == null)
            return new Loopback(HttpServer.create(address, 0), false);
        var server = HttpsServer.create(address, 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls) {
            @Override
            public void configure(HttpsParameters parameters) {
                var wanted = getSSLContext().getDefaultSSLParameters();
                wanted.setNeedClientAuth(demanding);
                parameters.setSSLParameters(wanted);
            }
        });
        return new Loopback(server, true);
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** {@code https://localhost:PORT}, without a slash. */
    String origin() {
        return (tls ? "https" : "http") + "://localhost:" + port();
    }

    /**
     * @param method {@code *} for any
     * @param path segments of the form <code>{name}</code> take any one segment
     */
    Loopback on(String method, String path, Route route) {
        routes.add(new Entry(method, List.of(path.split("/", -1)), route));
        return this;
    }

    /** What answers where no route fits. */
    Loopback otherwise(Route route) {
        otherwise = route;
        return this;
    }

    /** The gate that is added first is the outermost. */
    Loopback through(Route.Gate gate) {
        gates.add(gate);
        return this;
    }

    /** Forgets routes and gates, so that others can be added; what is asked in between is not found. */
    Loopback anew() {
        routes.clear();
        gates.clear();
        return this;
    }

    Loopback start() {
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
        return this;
    }

    /** In the order in which they were answered. */
    List<Seen> requests() {
        return List.copyOf(seen);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var uri = exchange.getRequestURI();
            var request = new Incoming(exchange.getRequestMethod(), uri.getRawPath(),
                    uri.getRawQuery() == null ? "" : uri.getRawQuery(), exchange.getRequestHeaders(),
                    exchange.getRequestBody().readNBytes(MAX_BODY), exchange.getRemoteAddress().getPort(), Map.of());
            Outgoing answer;
            try {
                answer = behind(0).answer(request);
            } catch (RuntimeException e) {
                answer = Outgoing.text(500, e.toString());
            }
            seen.add(new Seen(request.method(), request.path(), answer.status()));
            if (answer.status() != 0)
                send(exchange, answer);
        }
    }

    /** An answer to a request that nobody sent: it is not among the {@link #requests}. */
    Outgoing ask(Incoming request) throws IOException {
        return behind(0).answer(request);
    }

    private Route behind(int gate) {
        return gate == gates.size() ? this::route : request -> gates.get(gate).answer(request, behind(gate + 1));
    }

    private Outgoing route(Incoming request) throws IOException {
        var segments = segments(request.path());
        for (var entry : routes) {
            if (!entry.method.equals("*") && !entry.method.equals(request.method()))
                continue;
            var variables = match(entry.pattern, segments);
            if (variables != null)
                return entry.route.answer(request.with(variables));
        }
        return otherwise.answer(request);
    }

    private static @Nullable Map<String, String> match(List<String> pattern, List<String> segments) {
        if (pattern.size() != segments.size())
            return null;
        var found = new HashMap<String, String>();
        for (var i = 0; i < pattern.size(); i++) {
            var expected = pattern.get(i);
            if (expected.startsWith("{"))
                found.put(expected.substring(1, expected.length() - 1), segments.get(i));
            else if (!expected.equals(segments.get(i)))
                return null;
        }
        return found;
    }

    private static List<String> segments(String path) {
        var decoded = new ArrayList<String>();
        for (var segment : path.split("/", -1))
            decoded.add(Incoming.pathDecoded(segment));
        return decoded;
    }

    private static void send(HttpExchange exchange, Outgoing answer) throws IOException {
        for (var header : answer.headers())
            exchange.getResponseHeaders().add(header.getKey(), header.getValue());
        var stream = answer.stream();
        if (stream != null) {
            exchange.sendResponseHeaders(answer.status(), 0);
            stream.write(exchange.getResponseBody());
            return;
        }
        var bodiless = answer.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), bodiless ? -1 : answer.body().length);
        if (!bodiless)
            exchange.getResponseBody().write(answer.body());
    }
}
