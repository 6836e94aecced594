package mcpauth0.diagnose.registration;

import mcpauth0.diagnose.Look;
import mcpauth0.diagnose.Probe;
import mcpauth0.diagnose.Sighting;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.login.Access;
import mcpauth0.oauth.RegisteredClient;
import mcpauth0.oauth.RegistrationOutcome;

/** Becomes known to the authorization server as a client would; only where a login was asked for. */
public final class RegistrationProbe implements Probe<RegistrationOutcome> {

    public static final Probe<RegistrationOutcome> REGISTRATION = new RegistrationProbe();

    private RegistrationProbe() {
    }

    @Override
    public Station station() {
        return Station.REGISTRATION;
    }

    @Override
    public Sighting<RegistrationOutcome> look(Look look) throws InterruptedException {
        return Access.server(look, look.after(Station.METADATA)).then(metadata -> {
            var options = look.options();
            var id = options.clientId();
            if (id != null)
                return Sighting.seen(new RegistrationOutcome.Registered(
                        RegisteredClient.byHand(String.valueOf(metadata.issuer()), id, options.clientSecret()), null));
            if (metadata.registrationEndpoint() == null)
                return Sighting.blocked("registration-endpoint");
            return Sighting.seen(Access.registration(look).client(metadata));
        });
    }
}
