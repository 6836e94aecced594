package mcpauth0.oauth;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import mcpauth0.http.Exchanges;
import mcpauth0.http.Http;
import mcpauth0.http.Network;
import mcpauth0.http.Proxies;
import mcpauth0.http.Trust;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A server on loopback, over plain http, that answers by the path; what has no answer is 404. Keeps what it was asked. */
public final class Script implements AutoCloseable {

    private final MockWebServer server = new MockWebServer();
    private final Map<String, Function<RecordedRequest, MockResponse>> answers = new ConcurrentHashMap<>();
    private final List<RecordedRequest> asked = new CopyOnWriteArrayList<>();
    private final Exchanges exchanges = new Exchanges();
    private final Http http = new Http(
            new Network(Trust.only(List.of()), Network.Resolver.SYSTEM, Proxies.none(), Clock.systemUTC()), exchanges);

    public Script() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                asked.add(request);
                var answer = answers.get(request.getUrl().encodedPath());
                return answer == null ? new MockResponse.Builder().code(404).build() : answer.apply(request);
            }
        });
        server.start(InetAddress.getByAddress(new byte[]{127, 0, 0, 1}), 0);
    }

    public Http http() {
        return http;
    }

    public Exchanges exchanges() {
        return exchanges;
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.getPort() + path;
    }

    public Script on(String path, Function<RecordedRequest, MockResponse> answer) {
        answers.put(path, answer);
        return this;
    }

    public Script on(String path, MockResponse answer) {
        return on(path, _ -> answer);
    }

    /** The requests to that path. */
    public List<RecordedRequest> asked(String path) {
        return asked.stream().filter(request -> request.getUrl().encodedPath().equals(path)).toList();
    }

    public List<RecordedRequest> asked() {
        return List.copyOf(asked);
    }

    /** Parameters of a form. */
    public static Map<String, List<String>> form(RecordedRequest request) {
        var body = request.getBody();
        return Query.parse(body == null ? "" : body.utf8());
    }

    public static MockResponse json(int status, String body) {
        return new MockResponse.Builder().code(status).addHeader("Content-Type", "application/json").body(body).build();
    }

    public static MockResponse html(int status, String body) {
        return new MockResponse.Builder().code(status).addHeader("Content-Type", "text/html").body(body).build();
    }

    public static MockResponse redirect(String to) {
        return new MockResponse.Builder().code(302).addHeader("Location", to).build();
    }

    @Override
    public void close() {
        http.close();
        server.close();
    }
}
