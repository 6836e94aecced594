package mcpauth0.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;

/** A careless hand, or what stands before the server: spoils answers that were good. */
record Mangler(Route route, Set<String> faults) implements Route {

    /** How long events are held back: until the stream ends, or what holds them has enough. */
    private static final Duration HELD = Duration.ofMillis(3500);

    private static final String CHALLENGE = "WWW-Authenticate";

    @Override
    public Outgoing answer(Incoming request) throws IOException {
        var answer = route.answer(request);
        if (answer.status() == 401)
            return challenge(answer);
        if (request.method().equals("GET") && answer.status() == 405 && faults.contains("transport-get-hangs-or-500"))
            return Outgoing.text(500, "Internal Server Error");
        if (answer.status() == 202 && faults.contains("transport-notification-not-202"))
            return answer.withStatus(200);
        return answer.status() == 200 && request.method().equals("POST") ? reply(request, answer) : answer;
    }

    private Outgoing challenge(Outgoing answer) {
        var line = answer.headers().stream().filter(header -> header.getKey().equals(CHALLENGE)).findFirst();
        if (line.isPresent() && faults.contains("challenge-header-renamed"))
            return answer.without(CHALLENGE).with("x-amzn-Remapped-WWW-Authenticate", line.get().getValue());
        return line.isPresent() && faults.contains("challenge-header-stripped")
                ? answer.without(CHALLENGE).with(CHALLENGE, "Basic realm=\"Restricted\"")
                : answer;
    }

    private Outgoing reply(Incoming request, Outgoing answer) {
        var accepted = request.header("Accept");
        if (faults.contains("transport-accept-406") && (accepted == null || !accepted.startsWith("application/json")))
            return Outgoing.json(406, Rpc.error(null, Rpc.INVALID_REQUEST, "Not Acceptable"));
        var stream = answer.headers().stream().anyMatch(header -> header.getValue().equals("text/event-stream"));
        if (stream && faults.contains("transport-sse-buffered"))
            return new Outgoing(answer.status(), answer.headers(), new byte[0], out -> {
                out.flush();
                pause();
                out.write(answer.body());
            });
        return !stream && faults.contains("transport-content-type-wrong")
                ? answer.without("Content-Type").with("Content-Type", "text/plain; charset=utf-8")
                : answer;
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(HELD);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
