package mcpauth0.diagnose;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import mcpauth0.auth0.Controls;
import mcpauth0.auth0.Snapshot;
import mcpauth0.diagnose.cors.CrossOrigin;
import mcpauth0.diagnose.cors.CrossOriginProbe;
import mcpauth0.diagnose.login.LogStory;
import mcpauth0.diagnose.login.SignInProbe;
import mcpauth0.diagnose.mcp.Conversation;
import mcpauth0.diagnose.mcp.ConversationProbe;
import mcpauth0.diagnose.metadata.ControlsProbe;
import mcpauth0.diagnose.metadata.KeysProbe;
import mcpauth0.diagnose.metadata.ResourceProbe;
import mcpauth0.diagnose.metadata.ServerProbe;
import mcpauth0.diagnose.metadata.TenantProbe;
import mcpauth0.diagnose.network.AddressProbe;
import mcpauth0.diagnose.network.Addresses;
import mcpauth0.diagnose.registration.RegistrationProbe;
import mcpauth0.diagnose.tls.Handshake;
import mcpauth0.diagnose.tls.HandshakeProbe;
import mcpauth0.diagnose.token.Token;
import mcpauth0.diagnose.token.TokenProbe;
import mcpauth0.diagnose.transport.FirstCall;
import mcpauth0.diagnose.transport.FirstCallProbe;
import mcpauth0.diagnose.transport.Opening;
import mcpauth0.diagnose.transport.OpeningProbe;
import mcpauth0.diagnose.validation.TrialProbe;
import mcpauth0.diagnose.validation.Trials;
import mcpauth0.oauth.Discovery;
import mcpauth0.oauth.LoginOutcome;
import mcpauth0.oauth.Nearness;
import mcpauth0.oauth.PublishedKeys;
import mcpauth0.oauth.RegistrationOutcome;
import mcpauth0.oauth.ResourceMetadata;
import mcpauth0.oauth.ServerMetadata;
import mcpauth0.setup.McpUrl;

/**
 * What the probes of one run saw. Every probe runs once; what was not seen says why.
 *
 * @param sightings by probe; one that is not there yet was interrupted
 */
public record Observations(Scene scene, Map<Probe<?>, Sighting<?>> sightings) {

    public Observations {
        sightings = Map.copyOf(sightings);
    }

    /** What still holds after a change of the tenant's settings. */
    Map<Probe<?>, Sighting<?>> besideTheTenant() {
        return sightings.entrySet().stream().filter(entry -> !entry.getKey().ofTheTenant())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What that probe saw. */
    @SuppressWarnings("unchecked") // each probe is entered with what it brings
    public <T> Sighting<T> of(Probe<T> probe) {
        var sighting = (Sighting<T>) sightings.get(probe);
        return sighting == null ? Sighting.blocked("interrupted") : sighting;
    }

    public Sighting<Addresses> addresses() {
        return of(AddressProbe.ADDRESSES);
    }

    public Sighting<Handshake> handshake() {
        return of(HandshakeProbe.HANDSHAKE);
    }

    /** Calls without a token. */
    public Sighting<Opening> opening() {
        return of(OpeningProbe.OPENING);
    }

    /** The address that answers: the typed one, or where that sends on to within its origin. */
    public McpUrl endpoint() {
        return of(FirstCallProbe.FIRST).found().map(FirstCall::endpoint).orElse(scene.target());
    }

    /** The protected resource metadata, wherever it is looked for. */
    public Sighting<Discovery.Resource> resource() {
        return of(ResourceProbe.RESOURCE);
    }

    /** The metadata of the first authorization server that the resource names, as all known clients take it. */
    public Sighting<Discovery.Server> server() {
        return of(ServerProbe.SERVER);
    }

    /** What that authorization server signs with. */
    public Sighting<PublishedKeys> keys() {
        return of(KeysProbe.KEYS);
    }

    /** The tenant behind it, where the operator let the program in. */
    public Sighting<Snapshot> tenant() {
        return of(TenantProbe.TENANT);
    }

    /** What else of the tenant decides about sign-ins. */
    public Sighting<Controls> controls() {
        return of(ControlsProbe.CONTROLS);
    }

    public Sighting<RegistrationOutcome> registration() {
        return of(RegistrationProbe.REGISTRATION);
    }

    public Sighting<LoginOutcome> login() {
        return of(SignInProbe.SIGN_IN).then(attempt -> Sighting.seen(attempt.outcome()));
    }

    /** What the tenant's log says about a login that failed. */
    public Sighting<LogStory> story() {
        return of(SignInProbe.SIGN_IN).then(attempt -> {
            var story = attempt.story();
            return story == null ? Sighting.untestable("no-log") : Sighting.seen(story);
        });
    }

    /** From the login or the operator. */
    public Sighting<Token> token() {
        return of(TokenProbe.TOKEN);
    }

    /** Calls with the genuine token. */
    public Sighting<Conversation> conversation() {
        return of(ConversationProbe.CONVERSATION);
    }

    /** Calls with tokens that must be refused. */
    public Sighting<Trials> trials() {
        return of(TrialProbe.TRIALS);
    }

    public Sighting<CrossOrigin> crossOrigin() {
        return of(CrossOriginProbe.CROSS_ORIGIN);
    }

    /**
     * About what only a deep check asks, and was not asked.
     *
     * @param missing what stood in the way of a deep one
     */
    public Verdict unasked(String missing) {
        return scene.deep() ? new Verdict.Blocked(missing) : new Verdict.NotTestableFromHere("needs-deep");
    }

    /** Whether the client is one that Auth0 holds to its rules for third parties; its ids tell. */
    public boolean strictClient() {
        return registration().found().filter(outcome -> outcome instanceof RegistrationOutcome.Registered known
                && known.client().clientId().startsWith("tpc_")).isPresent();
    }

    /** The calls without a token, where the address itself answered them. */
    public Sighting<Opening> answered() {
        return opening().then(seen -> !seen.answered()
                ? Sighting.blocked("connection")
                : seen.redirected() ? Sighting.blocked("redirected") : opening());
    }

    /**
     * Whether clients in a cloud may be meant to reach the server: it is neither on this machine nor under an authority that
     * only the operator trusts.
     */
    public boolean hosted() {
        return !scene.target().loopback() && addresses().found().filter(Addresses::loopback).isEmpty()
                && handshake().found().filter(Handshake::operatorTrusted).isEmpty();
    }

    /** Whether the server means to serve browsers: it speaks of other origins, or the operator says so. */
    public boolean forBrowsers() {
        return scene.browsers() || crossOrigin().found().filter(CrossOrigin::meantForBrowsers).isPresent();
    }

    /** The document that a client goes on with. */
    public Sighting<ResourceMetadata> document() {
        return resource().then(found -> {
            var picked = found.picked();
            return picked == null || picked.document() == null
                    ? Sighting.blocked("resource-metadata")
                    : Sighting.seen(picked.document(), picked.exchange().n());
        });
    }

    /** The authorization server's metadata that a client goes on with. */
    public Sighting<ServerMetadata> metadata() {
        return server().then(found -> {
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
        return tenant().found().isPresent() || metadata().found().filter(found -> {
            var issuer = String.valueOf(found.issuer());
            return (issuer + "authorize").equals(found.authorizationEndpoint())
                    && (issuer + "oauth/token").equals(found.tokenEndpoint());
        }).isPresent();
    }
}
