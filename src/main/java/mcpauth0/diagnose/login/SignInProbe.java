package mcpauth0.diagnose.login;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mcpauth0.auth0.Logs;
import mcpauth0.diagnose.Look;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Probe;
import mcpauth0.diagnose.Sighting;
import mcpauth0.diagnose.Station;
import mcpauth0.oauth.AuthorizationProbe;
import mcpauth0.oauth.Login;
import mcpauth0.oauth.LoginOutcome;
import mcpauth0.oauth.LoginRequest;
import mcpauth0.oauth.RegisteredClient;
import mcpauth0.oauth.RegistrationOutcome;
import mcpauth0.oauth.ServerMetadata;
import org.jspecify.annotations.Nullable;

/** Signs in as a client would; only where that was asked for. */
public final class SignInProbe implements Probe<SignInProbe.Attempt> {

    public static final Probe<Attempt> SIGN_IN = new SignInProbe();

    /**
     * One login.
     *
     * @param story what the tenant's log says about a login that failed; null where it says nothing
     * @param client that was used
     * @param forgotten whether a client remembered from an earlier time was found unknown, and another took its place
     */
    public record Attempt(LoginOutcome outcome, @Nullable LogStory story, RegisteredClient client,
            boolean forgotten) {

        /** Whether the login ended because the client was not known. */
        public boolean unknown() {
            return Refusal.of(outcome).filter(refusal -> refusal.cause() == Refusal.Cause.UNKNOWN_CLIENT).isPresent();
        }

        private Attempt afterForgetting() {
            return new Attempt(outcome, story, client, true);
        }
    }

    private SignInProbe() {
    }

    @Override
    public Station station() {
        return Station.SIGN_IN;
    }

    @Override
    public Sighting<Attempt> look(Look look) throws InterruptedException {
        var seen = look.after(Station.REGISTRATION);
        return Access.server(look, seen).then(metadata -> seen.registration().then(outcome -> {
            if (!(outcome instanceof RegistrationOutcome.Registered known))
                return Sighting.blocked("client");
            if (known.remembered() && look.options().clientId() == null && AuthorizationProbe.possible(metadata)
                    && AuthorizationProbe.send(look.http(), request(look, seen, metadata, known.client()))
                            .unknownClient()
                    && Access.registration(look).again(metadata) instanceof RegistrationOutcome.Registered fresh)
                return Sighting.seen(run(look, seen, metadata, fresh.client()).afterForgetting());
            var first = run(look, seen, metadata, known.client());
            var forgotten = known.remembered() && look.options().clientId() == null && Refusal.of(first.outcome())
                    .filter(refusal -> refusal.cause() == Refusal.Cause.UNKNOWN_CLIENT).isPresent();
            if (forgotten && Access.registration(look)
                    .again(metadata) instanceof RegistrationOutcome.Registered fresh)
                return Sighting.seen(run(look, seen, metadata, fresh.client()).afterForgetting());
            return Sighting.seen(first);
        }));
    }

    private static Attempt run(Look look, Observations seen, ServerMetadata metadata, RegisteredClient client) {
        var options = look.options();
        var agent = options.userAgent();
        if (agent == null)
            throw new IllegalStateException("nobody to sign in");
        var request = request(look, seen, metadata, client);
        var tenant = options.tenant();
        var read = seen.tenant().found();
        var logs = tenant == null || read.isEmpty() ? Optional.<Logs>empty() : Logs.of(tenant);
        if (logs.isEmpty())
            return new Attempt(explained(look, request, new Login(look.http(), look.ports()).run(request, agent)), null,
                    client,
                    false);
        var follower = new LogFollower(agent, logs.get(), request, read.get(), look.ear());
        var outcome = explained(look, request, new Login(look.http(), look.ports()).run(request, follower));
        var story = switch (outcome) {
            case LoginOutcome.Denied _,LoginOutcome.ErrorPage _,LoginOutcome.NoAnswer _,LoginOutcome.TokenRefused _ ->
                follower.story().orElse(null);
            case LoginOutcome.SignedIn _,LoginOutcome.IssuerMismatch _,LoginOutcome.CouldNotOpen _,LoginOutcome.Failed _,LoginOutcome.Cancelled _ ->
                null;
        };
        return new Attempt(outcome, story, client, false);
    }

    private static LoginRequest request(Look look, Observations seen, ServerMetadata metadata,
            RegisteredClient client) {
        return LoginRequest.of(metadata, client, seen.resourceName(), scopes(look, seen, metadata))
                .within(look.options().loginTimeout()).withPerRequest(look.options().timeout());
    }

    /**
     * A person who ends on an error page never comes back, and the browser tells nobody. The same request, sent once more
     * without a person, shows the page.
     */
    private static LoginOutcome explained(Look look, LoginRequest request, LoginOutcome outcome) {
        if (!(outcome instanceof LoginOutcome.NoAnswer none))
            return outcome;
        var asked = AuthorizationProbe.send(look.http(),
                request.withClient(request.client().withRedirect(none.front().redirectUri())));
        var description = asked.description();
        return asked.answer() == AuthorizationProbe.Answer.ERROR_PAGE && description != null
                ? new LoginOutcome.ErrorPage(asked.exchange().status(), asked.error(), description, asked.exchange(),
                        none.front())
                : outcome;
    }

    /** Those of the challenge, else of the metadata; and what makes a login last, where the server knows it. */
    static List<String> scopes(Look look, Observations seen, ServerMetadata metadata) {
        var chosen = look.options().scopes();
        if (chosen == null)
            chosen = seen.opening().found().map(opening -> opening.initialize().challenges().scopes()).orElse(null);
        if (chosen == null)
            chosen = seen.document().found().map(document -> document.scopes()).orElse(null);
        var all = new ArrayList<>(chosen == null ? List.<String>of() : chosen);
        var known = metadata.scopes();
        if (look.options().scopes() == null && known != null && known.contains("offline_access")
                && !all.contains("offline_access"))
            all.add("offline_access");
        return all;
    }
}
