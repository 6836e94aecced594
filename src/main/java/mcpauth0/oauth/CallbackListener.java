package mcpauth0.oauth;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import mcpauth0.oauth.Callback.State;
import mcpauth0.setup.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Waits on 127.0.0.1 for the answer of one login (RFC 8252 §7.3). Only the visit with the right state counts, and only
 * the first of these; all others get a page that says so.
 */
final class CallbackListener implements AutoCloseable {

    /** More strays than this are answered but no longer kept. */
    private static final int MOST_STRAYS = 100;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final int port;
    private final Clock clock;
    private final List<Callback> strays = new ArrayList<>();
    private @Nullable Expected expected;
    private boolean answered;

    /**
     * What is waited for.
     *
     * @param page which page a visit with the right state gets
     * @param words the words of the pages
     * @param arrival told of the first visit with the right state, once its page is sent
     */
    record Expected(Secret state, Function<Callback, CallbackPage> page, UnaryOperator<String> words,
            Consumer<Callback> arrival) {
    }

    private CallbackListener(HttpServer server, Clock clock) {
        this.server = server;
        this.port = server.getAddress().getPort();
        this.clock = clock;
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** On the first of the ports that is free; null when none is. */
    static @Nullable CallbackListener open(List<Integer> ports, Clock clock) throws IOException {
        var loopback = InetAddress.getByAddress("127.0.0.1", new byte[]{127, 0, 0, 1});
        for (var port : ports) {
            var server = bind(new InetSocketAddress(loopback, port));
            if (server != null)
                return new CallbackListener(server, clock);
        }
        return null;
    }

    private static @Nullable HttpServer bind(InetSocketAddress address) throws IOException {
        try {
            return HttpServer.create(address, 8);
        } catch (BindException e) {
            return null;
        }
    }

    String redirectUri() {
        return LoopbackPorts.redirectUri(port);
    }

    synchronized void await(Expected what) {
        expected = what;
    }

    synchronized List<Callback> strays() {
        return List.copyOf(strays);
    }

    /** Frees the port at once. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange visit) throws IOException {
        var waiting = waiting();
        if (waiting == null || !visit.getRequestURI().getPath().equals(LoopbackPorts.PATH)
                || !Set.of("GET", "POST").contains(visit.getRequestMethod())
                || !ours(visit.getRequestHeaders().getFirst("Host"))) {
            send(visit, CallbackPage.ELSEWHERE, waiting == null ? UnaryOperator.identity() : waiting.words());
            return;
        }
        var parameters = Query.parse(visit.getRequestURI().getRawQuery());
        var callback = new Callback(clock.instant(), stateOf(parameters, waiting.state()),
                visit.getRequestMethod().equals("POST"), parameters);
        if (callback.state() != State.RIGHT) {
            stray(callback);
            send(visit, CallbackPage.WRONG_STATE, waiting.words());
        } else if (first()) {
            try {
                send(visit, waiting.page().apply(callback), waiting.words());
            } finally {
                waiting.arrival().accept(callback);
            }
        } else {
            send(visit, CallbackPage.AGAIN, waiting.words());
        }
    }

    private synchronized @Nullable Expected waiting() {
        return expected;
    }

    private synchronized boolean first() {
        var first = !answered;
        answered = true;
        return first;
    }

    private synchronized void stray(Callback callback) {
        if (strays.size() < MOST_STRAYS)
            strays.add(callback);
    }

    /** Another host name that leads here is somebody's attempt to read the page from a browser. */
    private boolean ours(@Nullable String host) {
        return host != null && (host.equals("127.0.0.1:" + port) || host.equals("localhost:" + port));
    }

    private static State stateOf(Map<String, List<String>> parameters, Secret wanted) {
        var given = parameters.get("state");
        if (given == null)
            return State.MISSING;
        return given.size() == 1 && MessageDigest.isEqual(given.getFirst().getBytes(StandardCharsets.UTF_8),
                wanted.reveal().getBytes(StandardCharsets.UTF_8)) ? State.RIGHT : State.WRONG;
    }

    private static void send(HttpExchange visit, CallbackPage page, UnaryOperator<String> words) throws IOException {
        try (visit) {
            var bytes = page.html(words).getBytes(StandardCharsets.UTF_8);
            var headers = visit.getResponseHeaders();
            headers.set("Content-Type", "text/html; charset=utf-8");
            headers.set("Cache-Control", "no-store");
            headers.set("Referrer-Policy", "no-referrer");
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("X-Frame-Options", "DENY");
            headers.set("Content-Security-Policy",
                    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'");
            headers.set("Connection", "close");
            visit.sendResponseHeaders(page.status(), bytes.length);
            visit.getResponseBody().write(bytes);
        }
    }
}
