package mcpauth0.diagnose.token;

import java.util.List;
import java.util.UUID;
import mcpauth0.diagnose.Look;
import mcpauth0.diagnose.Probe;
import mcpauth0.diagnose.Sighting;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.login.Access;
import mcpauth0.diagnose.login.SignInProbe;
import mcpauth0.oauth.AuthMethod;
import mcpauth0.oauth.LoginOutcome;
import mcpauth0.oauth.TokenEndpoint;
import mcpauth0.setup.Secret;

/**
 * Renews the token once, and once with a refresh token that nobody issued. It comes last: what the login gave is used up
 * by then.
 */
public final class RenewalProbe implements Probe<Renewal> {

    public static final Probe<Renewal> RENEWAL = new RenewalProbe();

    private RenewalProbe() {
    }

    @Override
    public Station station() {
        return Station.SESSION;
    }

    @Override
    public Sighting<Renewal> look(Look look) throws InterruptedException {
        var seen = look.after(Station.VALIDATION);
        return Access.server(look, seen).then(metadata -> seen.of(SignInProbe.SIGN_IN).then(attempt -> {
            if (!look.options().deep())
                return Sighting.untestable("needs-deep");
            if (!(attempt.outcome() instanceof LoginOutcome.SignedIn in))
                return Sighting.blocked("token");
            var trials = seen.trials().found().orElse(null);
            var refresh = trials != null && trials.renewed() != null ? trials.renewed() : in.tokens().refresh();
            if (refresh == null)
                return Sighting.inapplicable("no-refresh-token");
            var endpoint = new TokenEndpoint(look.http(), metadata, attempt.client(), look.timeout());
            var garbage = endpoint.refresh(Secret.of("nobody-issued-this-" + UUID.randomUUID()), seen.resourceName(),
                    List.of());
            return Sighting.seen(new Renewal(garbage, endpoint.refresh(refresh, seen.resourceName(), List.of()),
                    attempt.client().authMethod() == AuthMethod.NONE, refresh));
        }));
    }
}
