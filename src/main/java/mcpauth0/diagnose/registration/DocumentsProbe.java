package mcpauth0.diagnose.registration;

import java.util.List;
import java.util.Objects;
import mcpauth0.auth0.ClientDocument;
import mcpauth0.diagnose.CheckOptions;
import mcpauth0.diagnose.Look;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Probe;
import mcpauth0.diagnose.Sighting;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.client.Clients;
import mcpauth0.diagnose.client.Profile;
import mcpauth0.diagnose.login.Access;
import mcpauth0.diagnose.registration.Documents.One;
import mcpauth0.http.FailureException;
import mcpauth0.http.Json;
import mcpauth0.oauth.AuthMethod;
import mcpauth0.oauth.AuthorizationProbe;
import mcpauth0.oauth.LoginRequest;
import mcpauth0.oauth.RegisteredClient;
import mcpauth0.oauth.ServerMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Whether the authorization server knows the client ID metadata documents that it says it takes: by the tenant's own
 * list where the operator let the program in, else, in a deep check, by authorization requests in their name that end
 * where a person is needed. Nobody signs in with one.
 */
public final class DocumentsProbe implements Probe<Documents> {

    public static final Probe<Documents> DOCUMENTS = new DocumentsProbe();

    /** Outside the ports that any document names. */
    private static final int OTHER_PORT = 41753;

    private DocumentsProbe() {
    }

    @Override
    public Station station() {
        return Station.SESSION;
    }

    @Override
    public Sighting<Documents> look(Look look) throws InterruptedException {
        var seen = look.after(Station.SIGN_IN);
        return seen.metadata().then(metadata -> {
            if (!metadata.clientDocuments())
                return Sighting.inapplicable("no-client-documents");
            var wanted = Clients.all().stream().filter(one -> concerns(one, look.options(), metadata)).toList();
            var asks = look.options().deep() && AuthorizationProbe.possible(metadata)
                    && Access.server(look, seen).found().isPresent();
            return Sighting.seen(new Documents(
                    wanted.stream().map(one -> one(look, seen, metadata, one, asks)).toList(),
                    !look.options().clients().isEmpty(), seen.tenant().found().stream()
                            .flatMap(tenant -> tenant.clients().stream()).anyMatch(client -> client.document() != null),
                    asks));
        });
    }

    private static boolean concerns(Profile profile, CheckOptions options, ServerMetadata metadata) {
        return (options.clients().isEmpty() || options.clients().contains(profile.id()))
                && profile.usesDocument(metadata);
    }

    private static One one(Look look, Observations seen, ServerMetadata metadata, Profile profile, boolean asks) {
        var url = Objects.requireNonNull(profile.document()).url();
        var snapshot = seen.tenant().found();
        var imported = snapshot.map(tenant -> tenant.clients().stream()
                .anyMatch(client -> url.equals(client.document()))).orElse(null);
        var violations = asks && Boolean.FALSE.equals(imported) ? violations(look.options(), url) : List.<String>of();
        if (!asks || Boolean.FALSE.equals(imported) || profile.redirects().isEmpty())
            return new One(profile.id(), url, imported, violations, null, null);
        var redirect = profile.redirects().getFirst();
        // Without a tenant, the first question tells whether it is known at all.
        var asked = imported == null ? ask(look, seen, metadata, url, redirect) : null;
        var known = asked == null ? imported : known(asked);
        if (asked != null && asked.callbackRefused() && profile.port() == Profile.Port.EPHEMERAL)
            return new One(profile.id(), url, known, violations, asked, asked);
        var other = Boolean.TRUE.equals(known) && profile.port() == Profile.Port.EPHEMERAL
                ? ask(look, seen, metadata, url, redirect.replaceFirst(":\\d+", ":" + OTHER_PORT))
                : null;
        return new One(profile.id(), url, known, violations, asked, other);
    }

    private static @Nullable Boolean known(AuthorizationProbe asked) {
        if (asked.unknownClient())
            return Boolean.FALSE;
        var known = asked.goesOn() || asked.callbackRefused();
        return known ? Boolean.TRUE : null;
    }

    private static AuthorizationProbe ask(Look look, Observations seen, ServerMetadata metadata, String url,
            String redirect) {
        var client = new RegisteredClient(String.valueOf(metadata.issuer()), url, null, AuthMethod.NONE,
                List.of(redirect), Json.object());
        return AuthorizationProbe.send(look.http(), LoginRequest.of(metadata, client, seen.resourceName(), List.of())
                .withPerRequest(look.timeout()));
    }

    private static List<String> violations(CheckOptions options, String url) {
        var tenant = options.tenant();
        try {
            return tenant == null ? List.of() : ClientDocument.preview(tenant, url).violations();
        } catch (FailureException e) {
            return List.of();
        }
    }
}
