package mcpauth0.diagnose;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import mcpauth0.auth0.Credentials;
import mcpauth0.auth0.ManagementAccess;
import mcpauth0.auth0.Tenant;
import mcpauth0.demo.PracticePair;
import mcpauth0.demo.PracticePair.Options;
import mcpauth0.http.Http;
import mcpauth0.http.Network;
import mcpauth0.http.Proxies;
import mcpauth0.http.Surroundings;
import mcpauth0.http.Trust;
import mcpauth0.oauth.ClientStore;
import mcpauth0.oauth.LoopbackPorts;
import mcpauth0.oauth.agent.FormAgent;
import mcpauth0.setup.McpUrl;
import mcpauth0.setup.Secret;
import mcpauth0.setup.TenantDomain;

/** A practice pair and what is needed to look at it. */
public final class Examination implements AutoCloseable {

    /** A machine that builds is busy; how long it takes says nothing about the pair. */
    private static final Network.Patience BUSY = new Network.Patience(Duration.ofMinutes(1), Duration.ofMinutes(2));

    private final PracticePair pair;
    private final Network plain;
    private final Http http;
    private final ClientStore store = ClientStore.inMemory();
    private final LoopbackPorts ports = LoopbackPorts.free();
    private final AgedTokens aged = AgedTokens.inMemory();

    public Examination(Options options) throws IOException {
        pair = PracticePair.start(options);
        plain = new Network(Trust.only(List.of(pair.authority())), Network.Resolver.SYSTEM, Proxies.none(),
                Clock.systemUTC());
        var old = pair.tenant().oldToken(Duration.ofHours(2), Duration.ofHours(1));
        aged.keep(pair.mcpUrl(), Secret.of(old), Instant.now().minus(Duration.ofHours(1)));
        var file = pair.surroundings();
        var network = file == null ? plain : Surroundings.of(Files.readString(file)).orElseThrow().in(plain);
        http = new Http(options.faults().contains("net-slow-endpoint") ? network : network.withPatience(BUSY));
    }

    /** Where a deep run finds a token of two hours ago, which was good for one, and leaves its own. */
    public AgedTokens aged() {
        return aged;
    }

    public PracticePair pair() {
        return pair;
    }

    public Http http() {
        return http;
    }

    public CheckOptions options() {
        return CheckOptions.of(McpUrl.parse(pair.mcpUrl()).orThrow());
    }

    /** With the practice user's login, the tenant's management token and everything deep. */
    public CheckOptions everything() {
        return options().withUserAgent(user()).withDeep(true).withTenant(tenant())
                .withPublicResolver(true);
    }

    public FormAgent user() {
        return new FormAgent(new Http(plain), pair.user(), Secret.of(pair.password()));
    }

    public Tenant tenant() {
        var domain = TenantDomain.parse(pair.domain()).orThrow();
        if (!(ManagementAccess.open(new Http(plain), domain,
                new Credentials.Token(
                        Secret.of(pair.managementToken()))) instanceof ManagementAccess.Entry.Open(var tenant)))
            throw new AssertionError("the practice tenant does not let us in");
        return tenant;
    }

    public Report run(CheckOptions options) {
        return run(options, Checkup.Watcher.SILENT);
    }

    public Report run(CheckOptions options, Checkup.Watcher watcher) {
        return new Checkup(http, store, ports, aged).run(options, watcher);
    }

    /** Looks again at what the tenant alters, over a wire that goes on with the record of before. */
    Report again(Http wire, CheckOptions options, Observations before) {
        return new Checkup(wire, store, LoopbackPorts.free()).again(options, before, Checkup.Watcher.SILENT);
    }

    /** One run on a pair of its own. */
    public static Report once(Options pair, UnaryOperator<CheckOptions> how, boolean everything) throws IOException {
        try (var examination = new Examination(pair)) {
            return examination
                    .run(how.apply(everything ? examination.everything() : examination.options()));
        }
    }

    @Override
    public void close() {
        http.close();
        pair.close();
    }
}
