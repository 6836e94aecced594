package mcpauth0.diagnose;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import mcpauth0.auth0.Snapshot;
import mcpauth0.diagnose.cors.CrossOrigin;
import mcpauth0.diagnose.cors.CrossOriginProbe;
import mcpauth0.diagnose.login.LogFollower;
import mcpauth0.diagnose.login.LogStory;
import mcpauth0.diagnose.login.LoginProbe;
import mcpauth0.diagnose.mcp.Conversation;
import mcpauth0.diagnose.mcp.ConversationProbe;
import mcpauth0.diagnose.metadata.MetadataProbe;
import mcpauth0.diagnose.metadata.TenantProbe;
import mcpauth0.diagnose.network.AddressProbe;
import mcpauth0.diagnose.network.Addresses;
import mcpauth0.diagnose.tls.Handshake;
import mcpauth0.diagnose.tls.HandshakeProbe;
import mcpauth0.diagnose.token.Token;
import mcpauth0.diagnose.token.TokenProbe;
import mcpauth0.diagnose.transport.Opening;
import mcpauth0.diagnose.transport.OpeningProbe;
import mcpauth0.diagnose.validation.TrialProbe;
import mcpauth0.diagnose.validation.Trials;
import mcpauth0.http.Http;
import mcpauth0.oauth.ClientStore;
import mcpauth0.oauth.Discovery;
import mcpauth0.oauth.LoginOutcome;
import mcpauth0.oauth.LoopbackPorts;
import mcpauth0.oauth.PublishedKeys;
import mcpauth0.oauth.RegistrationOutcome;

/**
 * The probes of one run, each on a thread of its own, begun at once. One that needs what another brings waits for it. A
 * defect in one costs what it would have seen, and nothing else.
 */
final class Probes implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Probes.class.getName());

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Scene scene;
    private final Future<Sighting<Addresses>> addresses;
    private final Future<Sighting<Handshake>> handshake;
    private final Future<Sighting<Opening>> opening;
    private final Future<Sighting<Discovery.Resource>> resource;
    private final Future<Sighting<Discovery.Server>> server;
    private final Future<Sighting<PublishedKeys>> keys;
    private final Future<Sighting<Snapshot>> tenant;
    private final Future<Sighting<RegistrationOutcome>> registration;
    private final Future<Sighting<LoginOutcome>> login;
    private final Future<Sighting<LogStory>> story;
    private final Future<Sighting<Token>> token;
    private final Future<Sighting<Conversation>> conversation;
    private final Future<Sighting<Trials>> trials;
    private final Future<Sighting<CrossOrigin>> crossOrigin;

    Probes(Http http, ClientStore store, LoopbackPorts ports, Scene scene, CheckOptions options, LogFollower.Ear ear) {
        this.scene = scene;
        var target = options.target();
        var timeout = options.timeout();
        var metadata = new MetadataProbe(http, timeout);
        var signIn = new LoginProbe(http, store, ports, options, ear);
        addresses = begin(() -> AddressProbe.look(http.network(), target));
        handshake = begin(() -> HandshakeProbe.look(http.network(), target, timeout));
        opening = begin(() -> OpeningProbe.look(http, target, timeout));
        var read = begin(() -> TenantProbe.read(options.tenant()));
        resource = begin(() -> metadata.resource(target, opening.get()));
        server = begin(() -> metadata.server(resource.get()));
        keys = begin(() -> metadata.keys(server.get()));
        tenant = begin(
                () -> TenantProbe.ofServer(http, options.tenant(), read.get(), server.get(), keys.get(), timeout));
        crossOrigin = begin(
                () -> CrossOriginProbe.look(http, target, opening.get(), resource.get(), timeout));
        registration = begin(() -> signIn.register(after(Station.METADATA)));
        login = begin(() -> signIn.signIn(after(Station.REGISTRATION)));
        story = begin(() -> {
            login.get();
            return signIn.story();
        });
        token = begin(() -> TokenProbe.look(after(Station.SIGN_IN), options.token()));
        conversation = begin(() -> ConversationProbe.look(http, after(Station.TOKEN), timeout));
        trials = begin(() -> {
            conversation.get();
            return new TrialProbe(http, options).look(soFar());
        });
    }

    private <T> Future<Sighting<T>> begin(Callable<Sighting<T>> probe) {
        return threads.submit(() -> {
            try {
                return probe.call();
            } catch (InterruptedException e) {
                return Sighting.blocked("interrupted");
            } catch (ExecutionException | RuntimeException | AssertionError e) {
                LOG.log(Level.WARNING, "a probe failed", e);
                return Sighting.blocked("unexpected");
            }
        });
    }

    private Observations after(Station station) throws InterruptedException, ExecutionException {
        for (var each : Station.values())
            if (each.compareTo(station) <= 0)
                for (var awaited : at(each))
                    awaited.get();
        return soFar();
    }

    private List<Future<? extends Sighting<?>>> at(Station station) {
        return switch (station) {
            case NAME -> List.of(addresses);
            case TLS -> List.of(handshake);
            case CHALLENGE -> List.of(opening);
            case METADATA -> List.of(resource, server, keys, tenant);
            case REGISTRATION -> List.of(registration);
            case SIGN_IN -> List.of(login, story);
            case TOKEN -> List.of(token);
            case VALIDATION -> List.of(conversation, trials);
            case SESSION -> List.of(crossOrigin);
        };
    }

    /** Waits until everything of the station was seen; false where the thread was interrupted, and still is. */
    boolean await(Station station) {
        try {
            for (var awaited : at(station))
                awaited.get();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was seen until now. */
    Observations soFar() {
        return new Observations(scene, now(addresses), now(handshake), now(opening), now(resource), now(server),
                now(keys), now(tenant), now(registration), now(login), now(story), now(token), now(conversation),
                now(trials),
                now(crossOrigin));
    }

    private static <T> Sighting<T> now(Future<Sighting<T>> future) {
        return future.state() == Future.State.SUCCESS ? future.resultNow() : Sighting.blocked("interrupted");
    }

    /** Interrupts what is still under way. */
    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
