package mcpauth0.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import mcpauth0.http.Exchange;
import mcpauth0.http.Http;
import mcpauth0.http.Request;
import mcpauth0.oauth.WellKnown.Candidate;
import mcpauth0.oauth.WellKnown.Kind;
import mcpauth0.setup.McpUrl;
import org.jspecify.annotations.Nullable;

/** Fetches metadata from every place where a client may look; carries no credential and follows no redirect. */
public final class Discovery {

    /** The protected resource metadata, wherever it was asked for, in the order of looking. */
    public record Resource(List<Fetched<ResourceMetadata>> all) {
        public Resource {
            all = List.copyOf(all);
        }

        /** What a client goes on with: the first document. Null where there is none. */
        public @Nullable Fetched<ResourceMetadata> picked() {
            return first(all);
        }
    }

    /** The metadata of one issuer, wherever it was asked for, in the order of looking. */
    public record Server(String issuer, List<Fetched<ServerMetadata>> all) {
        public Server {
            all = List.copyOf(all);
        }

        /** What a client goes on with: the first document, whether or not it is this issuer's. */
        public @Nullable Fetched<ServerMetadata> picked() {
            return first(all);
        }
    }

    private final Http http;
    private final Duration timeout;

    public Discovery(Http http) {
        this(http, Request.USUAL_TIMEOUT);
    }

    /** @param timeout for each request */
    public Discovery(Http http, Duration timeout) {
        this.http = http;
        this.timeout = timeout;
    }

    /**
     * Asks every address of the server's metadata, at once. Where two are the same, both share one exchange.
     *
     * @param pointer {@code resource_metadata} of the challenge, null where it has none
     */
    public Resource resource(McpUrl server, @Nullable String pointer) {
        return new Resource(together(threads -> beginResource(server, pointer, threads)));
    }

    /** The same, without waiting for the answers. */
    public Search<ResourceMetadata> beginResource(McpUrl server, @Nullable String pointer, ExecutorService threads) {
        return begin(candidates(server, pointer), threads, ResourceMetadata::new);
    }

    /** As a client does: asks in the same order, and no further once there is a document. */
    public Resource firstResource(McpUrl server, @Nullable String pointer) {
        return new Resource(oneAfterAnother(candidates(server, pointer), ResourceMetadata::new));
    }

    private static List<Candidate> candidates(McpUrl server, @Nullable String pointer) {
        var candidates = new ArrayList<Candidate>();
        if (pointer != null)
            candidates.add(new Candidate(Kind.CHALLENGE, pointer));
        candidates.addAll(WellKnown.resource(server));
        return candidates;
    }

    /** Asks every address of the issuer's metadata. */
    public Server server(String issuer) {
        return new Server(issuer, together(threads -> beginServer(issuer, threads)));
    }

    /** The same, without waiting for the answers. */
    public Search<ServerMetadata> beginServer(String issuer, ExecutorService threads) {
        return begin(WellKnown.server(issuer), threads, ServerMetadata::new);
    }

    /** As a client does: asks in the same order, and no further once there is a document. */
    public Server firstServer(String issuer) {
        return new Server(issuer, oneAfterAnother(WellKnown.server(issuer), ServerMetadata::new));
    }

    private <D> List<Fetched<D>> oneAfterAnother(List<Candidate> candidates, Function<ObjectNode, D> reader) {
        var asked = new HashMap<String, Exchange>();
        var found = new ArrayList<Fetched<D>>();
        for (var candidate : candidates) {
            var fetched = Fetched.of(candidate, asked.computeIfAbsent(candidate.url(), this::get), reader);
            found.add(fetched);
            if (fetched.document() != null)
                break;
        }
        return found;
    }

    /** All at once; each comes to an exchange, also when the waiting thread is interrupted. */
    private static <D> List<Fetched<D>> together(Function<ExecutorService, Search<D>> begin) {
        Search<D> search;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            search = begin.apply(threads);
        }
        return search.ended();
    }

    private <D> Search<D> begin(List<Candidate> candidates, ExecutorService threads, Function<ObjectNode, D> reader) {
        var asked = new HashMap<String, Future<Exchange>>();
        return new Search<>(candidates.stream().map(candidate -> new Search.Asked<>(candidate,
                asked.computeIfAbsent(candidate.url(), url -> threads.submit(() -> get(url))), reader)).toList());
    }

    private Exchange get(String url) {
        return http.send(Request.get(url).with("Accept", "application/json").within(timeout));
    }

    private static <D> @Nullable Fetched<D> first(List<Fetched<D>> all) {
        return all.stream().filter(one -> one.document() != null).findFirst().orElse(null);
    }
}
