package mcpauth0.diagnose;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import mcpauth0.diagnose.login.LogFollower;
import mcpauth0.http.Http;
import mcpauth0.oauth.ClientStore;
import mcpauth0.oauth.LoopbackPorts;
import mcpauth0.setup.McpUrl;

/**
 * The probes of one run, each on a thread of its own, begun at once. One that needs what another brings waits for it; they
 * are in no circle. A defect in one costs what it would have seen, and nothing else.
 */
public final class Look implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Look.class.getName());

    private final Http http;
    private final ClientStore store;
    private final LoopbackPorts ports;
    private final AgedTokens aged;
    private final Scene scene;
    private final CheckOptions options;
    private final LogFollower.Ear ear;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<Probe<?>, Future<Sighting<?>>> sightings;

    /** @param known what is taken as it was seen before; these probes do not look again */
    Look(Http http, ClientStore store, LoopbackPorts ports, AgedTokens aged, Scene scene, CheckOptions options,
            LogFollower.Ear ear, Map<Probe<?>, Sighting<?>> known) {
        this.http = new Http(Fence.around(http.network(), options.target()), http.exchanges());
        this.store = store;
        this.ports = ports;
        this.aged = aged;
        this.scene = scene;
        this.options = options.withUserAgent(Fence.around(http.network(), options.target(), options.userAgent()));
        this.ear = ear;
        // Those that wait for another find it here, so nobody begins before all are in.
        var all = new CountDownLatch(1);
        this.sightings = Probes.all().stream()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), probe -> {
                    var before = known.get(probe);
                    return before != null ? CompletableFuture.completedFuture(before) : threads.submit(() -> {
                        all.await();
                        return begin(probe);
                    });
                }));
        all.countDown();
    }

    private Sighting<?> begin(Probe<?> probe) {
        try {
            return probe.look(this);
        } catch (InterruptedException e) {
            return Sighting.blocked("interrupted");
        } catch (RuntimeException | AssertionError e) {
            LOG.log(Level.WARNING, "a probe failed: " + probe.getClass().getSimpleName(), e);
            return Sighting.blocked("unexpected");
        }
    }

    public Http http() {
        return http;
    }

    /** Remembers the one client that an issuer is asked for. */
    public ClientStore store() {
        return store;
    }

    /** On which the answer of a login is awaited. */
    public LoopbackPorts ports() {
        return ports;
    }

    /** Where tokens of our own wait until they have run out. */
    public AgedTokens aged() {
        return aged;
    }

    public Scene scene() {
        return scene;
    }

    public CheckOptions options() {
        return options;
    }

    public McpUrl target() {
        return options.target();
    }

    /** For each request. */
    public Duration timeout() {
        return options.timeout();
    }

    /** Told while the tenant's log is followed. */
    public LogFollower.Ear ear() {
        return ear;
    }

    /** What another probe saw; waits for it. */
    @SuppressWarnings("unchecked") // each probe is entered with what it brings
    public <T> Sighting<T> at(Probe<T> probe) throws InterruptedException {
        return (Sighting<T>) seen(probe);
    }

    private Sighting<?> seen(Probe<?> probe) throws InterruptedException {
        var sighting = sightings.get(probe);
        if (sighting == null)
            throw new IllegalArgumentException("not in the list: " + probe);
        try {
            return sighting.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InterruptedException interrupted)
                throw interrupted;
            throw new IllegalStateException(e);
        }
    }

    /**
     * Requests that wait for nothing of one another, at the same time.
     *
     * @return what each brought, in their order
     */
    public <T> List<T> together(List<Callable<T>> requests) throws InterruptedException {
        var brought = new ArrayList<T>();
        for (var one : threads.invokeAll(requests))
            switch (one.state()) {
                case SUCCESS -> brought.add(one.resultNow());
                case FAILED -> throw new IllegalStateException(one.exceptionNow());
                case CANCELLED, RUNNING -> throw new InterruptedException();
            }
        return List.copyOf(brought);
    }

    /** For requests that are begun before anybody waits for them; what still runs at the end of the run is interrupted. */
    public ExecutorService threads() {
        return threads;
    }

    /** What was seen when everything up to and at the station was; waits for it. */
    public Observations after(Station station) throws InterruptedException {
        for (var probe : Probes.all())
            if (probe.station().compareTo(station) <= 0)
                seen(probe);
        return soFar();
    }

    /** What was seen until now. */
    public Observations soFar() {
        return new Observations(scene, sightings.entrySet().stream()
                .filter(entry -> entry.getValue().state() == Future.State.SUCCESS)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> entry.getValue().resultNow())));
    }

    /** Interrupts what is still under way. */
    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
        http.close();
    }
}
