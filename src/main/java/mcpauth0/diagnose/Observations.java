package mcpauth0.diagnose;

import java.util.Optional;
import mcpauth0.auth0.Snapshot;
import mcpauth0.diagnose.cors.CrossOrigin;
import mcpauth0.diagnose.login.LogStory;
import mcpauth0.diagnose.login.Nearness;
import mcpauth0.diagnose.mcp.Conversation;
import mcpauth0.diagnose.network.Addresses;
import mcpauth0.diagnose.tls.Handshake;
import mcpauth0.diagnose.token.Token;
import mcpauth0.diagnose.transport.Opening;
import mcpauth0.diagnose.validation.Trials;
import mcpauth0.oauth.Discovery;
import mcpauth0.oauth.LoginOutcome;
import mcpauth0.oauth.PublishedKeys;
import mcpauth0.oauth.RegistrationOutcome;
import mcpauth0.oauth.ResourceMetadata;
import mcpauth0.oauth.ServerMetadata;

/**
 * What the probes of one run saw. Every probe runs once; what was not seen says why.
 *
 * @param opening calls without a token
 * @param resource the protected resource metadata, wherever it is looked for
 * @param server the metadata of the first authorization server that the resource names, as all known clients take it
 * @param keys what that authorization server signs with
 * @param tenant the tenant behind it, where the operator let the program in
 * @param story what the tenant's log says about a login that failed
 * @param token from the login or the operator
 * @param conversation calls with the genuine token
 * @param trials calls with tokens that must be refused
 */
public record Observations(Scene scene, Sighting<Addresses> addresses, Sighting<Handshake> handshake,
        Sighting<Opening> opening, Sighting<Discovery.Resource> resource, Sighting<Discovery.Server> server,
        Sighting<PublishedKeys> keys, Sighting<Snapshot> tenant, Sighting<RegistrationOutcome> registration,
        Sighting<LoginOutcome> login, Sighting<LogStory> story, Sighting<Token> token,
        Sighting<Conversation> conversation,
        Sighting<Trials> trials, Sighting<CrossOrigin> crossOrigin) {

    /** The calls without a token, where the address itself answered them. */
    public Sighting<Opening> answered() {
        return opening.then(seen -> !seen.answered()
                ? Sighting.blocked("connection")
                : seen.redirected() ? Sighting.blocked("redirected") : opening);
    }

    /** The document that a client goes on with. */
    public Sighting<ResourceMetadata> document() {
        return resource.then(found -> {
            var picked = found.picked();
            return picked == null || picked.document() == null
                    ? Sighting.blocked("resource-metadata")
                    : Sighting.seen(picked.document(), picked.exchange().n());
        });
    }

    /** The authorization server's metadata that a client goes on with. */
    public Sighting<ServerMetadata> metadata() {
        return server.then(found -> {
            var picked = found.picked();
            return picked == null || picked.document() == null
                    ? Sighting.blocked("server-metadata")
                    : Sighting.seen(picked.document(), picked.exchange().n());
        });
    }

    /**
     * What the token must be for: the resource's own name for itself, where it can be meant; else the typed address, which
     * is what the name should have been.
     */
    public String resourceName() {
        return document().found().flatMap(found -> Optional.ofNullable(found.resource()))
                .filter(named -> Nearness.covers(named, scene.target())).orElse(scene.target().value());
    }

    /** Whether the authorization server is an Auth0 tenant, so that the steps of the set-up are a cure. */
    public boolean auth0() {
        return tenant.found().isPresent() || metadata().found().filter(found -> {
            var issuer = String.valueOf(found.issuer());
            return (issuer + "authorize").equals(found.authorizationEndpoint())
                    && (issuer + "oauth/token").equals(found.tokenEndpoint());
        }).isPresent();
    }
}
