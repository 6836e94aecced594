package mcpauth0.oauth;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A place on this machine that publishes documents of our own for as long as a test lasts, and knows which were asked for:
 * only somebody who was told can know their addresses. Nothing that it publishes is secret.
 */
public final class LoopbackPublisher implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final String root = "/" + UUID.randomUUID();
    private final Map<String, byte[]> documents = new ConcurrentHashMap<>();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    /** @throws IOException when no port could be had */
    public LoopbackPublisher() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                var path = exchange.getRequestURI().getRawPath();
                asked.add(path);
                var found = documents.get(path);
                if (found == null) {
                    exchange.sendResponseHeaders(404, -1);
                    return;
                }
                exchange.getResponseHeaders().set("Content-Type",
                        path.endsWith(".pem") ? "application/x-pem-file" : "application/json");
                exchange.sendResponseHeaders(200, found.length);
                exchange.getResponseBody().write(found);
            }
        });
        server.start();
    }

    /** {@code http://127.0.0.1:PORT/RANDOM}, without a slash at its end. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + root;
    }

    /**
     * Publishes it until closing.
     *
     * @param path below {@link #address}, beginning with a slash
     * @return its address
     */
    public String publish(String path, String text) {
        documents.put(root + path, text.getBytes(StandardCharsets.UTF_8));
        return address() + path;
    }

    /** Whether somebody asked for that path below {@link #address}, or for anything below that. */
    public boolean asked(String path) {
        return asked.stream().anyMatch(one -> one.startsWith(root + path));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
