package mcpauth0.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

/**
 * Speaks the transport of 2024 (HTTP+SSE): takes no message at its address, but says in a stream of events where it takes
 * them. There is nothing behind that, since nobody who looks for Streamable HTTP goes there.
 */
final class OldTransport {

    private static final Duration OPEN = Duration.ofSeconds(20);

    private OldTransport() {
    }

    static Outgoing posted() {
        return Outgoing.empty(405).with("Allow", "GET");
    }

    static Outgoing stream(Incoming request) {
        var event = "event: endpoint\ndata: " + request.path() + "/messages?sessionId=" + UUID.randomUUID() + "\n\n";
        return Outgoing.streamed(200, "text/event-stream", out -> {
            out.write(event.getBytes(StandardCharsets.UTF_8));
            out.flush();
            try {
                Thread.sleep(OPEN);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        });
    }
}
