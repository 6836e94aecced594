package mcpauth0.diagnose.login;

import java.util.UUID;
import mcpauth0.diagnose.Look;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Probe;
import mcpauth0.diagnose.Sighting;
import mcpauth0.diagnose.Station;
import mcpauth0.oauth.AuthorizationProbe;
import mcpauth0.oauth.LoginRequest;
import mcpauth0.oauth.RegisteredClient;
import mcpauth0.oauth.ServerMetadata;

/** Sends authorization requests that are a little wrong; most of them in a deep check alone. */
public final class AskingProbe implements Probe<Asking> {

    public static final Probe<Asking> ASKING = new AskingProbe();

    private static final String OTHER_CALLBACK = "http://127.0.0.1:41753/callback";

    private AskingProbe() {
    }

    @Override
    public Station station() {
        return Station.SESSION;
    }

    @Override
    public Sighting<Asking> look(Look look) throws InterruptedException {
        var seen = look.after(Station.SIGN_IN);
        return Access.server(look, seen).then(metadata -> seen.of(SignInProbe.SIGN_IN).then(attempt -> {
            if (!AuthorizationProbe.possible(metadata))
                return Sighting.blocked("server-metadata");
            var deep = look.options().deep();
            var refused = Refusal.of(attempt.outcome()).map(Refusal::cause).orElse(null);
            var stuck = refused == Refusal.Cause.CALLBACK || refused == Refusal.Cause.UNKNOWN_CLIENT;
            var client = attempt.client();
            var strange = deep && !stuck
                    ? ask(look, seen, metadata, client, "https://" + UUID.randomUUID() + ".invalid/")
                    : null;
            var other = deep && !stuck
                    ? ask(look, seen, metadata, client.withRedirect(OTHER_CALLBACK), seen.resourceName())
                    : null;
            var twin = refused == Refusal.Cause.CALLBACK
                    ? ask(look, seen, metadata,
                            client.withRedirect(
                                    client.redirectUris().getFirst().replace("//127.0.0.1", "//localhost")),
                            seen.resourceName())
                    : null;
            return Sighting.seen(new Asking(strange, other, twin));
        }));
    }

    private static AuthorizationProbe ask(Look look, Observations seen, ServerMetadata metadata,
            RegisteredClient client, String resource) {
        return AuthorizationProbe.send(look.http(),
                LoginRequest.of(metadata, client, resource, SignInProbe.scopes(look, seen, metadata))
                        .withPerRequest(look.timeout()));
    }
}
