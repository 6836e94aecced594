package mcpauth0.demo;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;

/**
 * The way of an answer to somebody far off: each takes that much longer, however many are under way. Every request has a
 * virtual thread of its own, so that none waits for another's way.
 */
record Distance(Duration way) implements Route.Gate {

    @Override
    public Outgoing answer(Incoming request, Route next) throws IOException {
        var answer = next.answer(request);
        if (way.isPositive())
            try {
                Thread.sleep(way);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException();
            }
        return answer;
    }
}
