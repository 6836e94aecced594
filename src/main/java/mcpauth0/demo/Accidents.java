package mcpauth0.demo;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Things that go wrong once, on order. */
final class Accidents implements Route.Gate {

    private final List<Accident> waiting = new CopyOnWriteArrayList<>();

    /** @param done whether the request is carried out before the accident happens */
    private record Accident(Predicate<Seen> which, boolean done, int status, String body) {
    }

    /** @param status 0 closes the connection without an answer */
    void instead(Predicate<Seen> which, int status, String body) {
        waiting.add(new Accident(which, false, status, body));
    }

    void after(Predicate<Seen> which) {
        waiting.add(new Accident(which, true, 0, ""));
    }

    @Override
    public Outgoing answer(Incoming request, Route next) throws IOException {
        var seen = new Seen(request.method(), request.path(), 0);
        for (Iterator<Accident> each = waiting.iterator(); each.hasNext();) {
            var accident = each.next();
            if (accident.which.test(seen) && waiting.remove(accident)) {
                if (accident.done)
                    next.answer(request);
                return accident.status == 0
                        ? Outgoing.dropped()
                        : Outgoing.of(accident.status,
                                accident.body.startsWith("{")
                                        ? "application/json; charset=utf-8"
                                        : "text/plain; charset=utf-8",
                                accident.body);
            }
        }
        return next.answer(request);
    }
}
