package mcpauth0.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** All exchanges of one run, numbered as they start. Safe for use by many threads. */
public final class Exchanges {

    private final AtomicInteger last = new AtomicInteger();
    private final List<Exchange> all = new ArrayList<>();
    private final List<Consumer<Exchange>> listeners = new CopyOnWriteArrayList<>();

    /** Empty. */
    public Exchanges() {
        this(List.of());
    }

    /** Goes on counting where another record ended. */
    public Exchanges(List<Exchange> before) {
        all.addAll(before);
        last.set(before.stream().mapToInt(Exchange::n).max().orElse(0));
    }

    int next() {
        return last.incrementAndGet();
    }

    void add(Exchange exchange) {
        synchronized (all) {
            all.add(exchange);
        }
        listeners.forEach(listener -> listener.accept(exchange));
    }

    /** Calls the listener on the thread of each exchange, when it has ended. */
    public void listen(Consumer<Exchange> listener) {
        listeners.add(listener);
    }

    /** Those that have ended so far, in the order of their numbers. */
    public List<Exchange> all() {
        synchronized (all) {
            return all.stream().sorted(Comparator.comparingInt(Exchange::n)).toList();
        }
    }
}
