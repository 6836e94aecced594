package mcpauth0.diagnose.login;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mcpauth0.auth0.Logs;
import mcpauth0.diagnose.CheckOptions;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Sighting;
import mcpauth0.http.Http;
import mcpauth0.oauth.ClientStore;
import mcpauth0.oauth.Login;
import mcpauth0.oauth.LoginOutcome;
import mcpauth0.oauth.LoginRequest;
import mcpauth0.oauth.LoopbackPorts;
import mcpauth0.oauth.RegisteredClient;
import mcpauth0.oauth.Registration;
import mcpauth0.oauth.RegistrationOutcome;
import mcpauth0.oauth.ServerMetadata;
import org.jspecify.annotations.Nullable;

/** Becomes known to the authorization server and signs in, as a client would; only where that was asked for. */
public final class LoginProbe {

    private final Http http;
    private final ClientStore store;
    private final LoopbackPorts ports;
    private final CheckOptions options;
    private final LogFollower.Ear ear;
    private volatile @Nullable LogStory story;

    public LoginProbe(Http http, ClientStore store, LoopbackPorts ports, CheckOptions options, LogFollower.Ear ear) {
        this.http = http;
        this.store = store;
        this.ports = ports;
        this.options = options;
        this.ear = ear;
    }

    /** @param seen up to the metadata */
    public Sighting<RegistrationOutcome> register(Observations seen) {
        return reason(seen).then(metadata -> {
            var id = options.clientId();
            if (id != null)
                return Sighting.seen(new RegistrationOutcome.Registered(
                        RegisteredClient.byHand(String.valueOf(metadata.issuer()), id, options.clientSecret()), null));
            if (metadata.registrationEndpoint() == null)
                return Sighting.blocked("registration-endpoint");
            return Sighting.seen(registration().client(metadata));
        });
    }

    /** @param seen up to the registration */
    public Sighting<LoginOutcome> signIn(Observations seen) {
        return reason(seen).then(metadata -> seen.registration().then(outcome -> {
            if (!(outcome instanceof RegistrationOutcome.Registered known))
                return Sighting.blocked("client");
            var first = run(seen, metadata, known.client());
            var forgotten = known.remembered() && options.clientId() == null && Refusal.of(first)
                    .filter(refusal -> refusal.words().startsWith("Unknown client")).isPresent();
            if (forgotten && registration()
                    .again(metadata) instanceof RegistrationOutcome.Registered fresh)
                return Sighting.seen(run(seen, metadata, fresh.client()));
            return Sighting.seen(first);
        }));
    }

    private LoginOutcome run(Observations seen, ServerMetadata metadata, RegisteredClient client) {
        var agent = options.userAgent();
        if (agent == null)
            throw new IllegalStateException("nobody to sign in");
        var request = LoginRequest.of(metadata, client, seen.resourceName(), scopes(seen, metadata))
                .within(options.loginTimeout()).withPerRequest(options.timeout());
        var tenant = options.tenant();
        var read = seen.tenant().found();
        var logs = tenant == null || read.isEmpty() ? Optional.<Logs>empty() : Logs.of(tenant);
        if (logs.isEmpty())
            return new Login(http, ports).run(request, agent);
        var follower = new LogFollower(agent, logs.get(), request, read.get(), ear);
        var outcome = new Login(http, ports).run(request, follower);
        story = switch (outcome) {
            case LoginOutcome.Denied _,LoginOutcome.ErrorPage _,LoginOutcome.NoAnswer _,LoginOutcome.TokenRefused _ ->
                follower.story().orElse(null);
            case LoginOutcome.SignedIn _,LoginOutcome.IssuerMismatch _,LoginOutcome.CouldNotOpen _,LoginOutcome.Failed _,LoginOutcome.Cancelled _ ->
                null;
        };
        return outcome;
    }

    /** What the tenant's log says about the login, once that has ended. */
    public Sighting<LogStory> story() {
        var told = story;
        return told == null ? Sighting.untestable("no-log") : Sighting.seen(told);
    }

    private Registration registration() {
        return new Registration(http, store, ports, options.timeout());
    }

    /** The metadata to sign in with, or why nobody signs in. */
    private Sighting<ServerMetadata> reason(Observations seen) {
        if (options.token() != null)
            return Sighting.untestable("token-given");
        if (options.userAgent() == null)
            return Sighting.untestable("not-asked-for");
        return seen.document().then(document -> {
            if (!Nearness.covers(document.resource(), options.target()))
                return Sighting.blocked("matching-resource");
            return seen.server().then(server -> seen.metadata().then(metadata -> metadata.isOf(server.issuer())
                    || metadata.isOfButForSlash(server.issuer())
                            ? Sighting.seen(metadata)
                            : Sighting.blocked("server-metadata")));
        });
    }

    /** Those of the challenge, else of the metadata; and what makes a login last, where the server knows it. */
    private List<String> scopes(Observations seen, ServerMetadata metadata) {
        var chosen = options.scopes();
        if (chosen == null)
            chosen = seen.opening().found().map(opening -> opening.initialize().challenges().scopes()).orElse(null);
        if (chosen == null)
            chosen = seen.document().found().map(document -> document.scopes()).orElse(null);
        var all = new ArrayList<>(chosen == null ? List.<String>of() : chosen);
        var known = metadata.scopes();
        if (options.scopes() == null && known != null && known.contains("offline_access")
                && !all.contains("offline_access"))
            all.add("offline_access");
        return all;
    }
}
