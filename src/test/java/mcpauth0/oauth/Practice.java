package mcpauth0.oauth;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import mcpauth0.demo.PracticePair;
import mcpauth0.demo.PracticePair.Options;
import mcpauth0.http.Http;
import mcpauth0.http.Network;
import mcpauth0.http.Proxies;
import mcpauth0.http.Request;
import mcpauth0.http.Trust;
import mcpauth0.oauth.agent.FormAgent;
import mcpauth0.setup.McpUrl;
import mcpauth0.setup.Secret;

/** The practice pair, with a client's belongings. */
public final class Practice implements AutoCloseable {

    private final PracticePair pair;
    private final Http http;
    private final LoopbackPorts ports = LoopbackPorts.free();
    private final ClientStore store = ClientStore.inMemory();

    public Practice(Options options) throws IOException {
        pair = PracticePair.start(options);
        http = new Http(new Network(Trust.only(List.of(pair.authority())), Network.Resolver.SYSTEM, Proxies.none(),
                Clock.systemUTC()));
    }

    public PracticePair pair() {
        return pair;
    }

    public Http http() {
        return http;
    }

    public McpUrl server() {
        return McpUrl.parse(pair.mcpUrl()).orThrow();
    }

    public String issuer() {
        return "https://" + pair.domain() + "/";
    }

    ServerMetadata metadata() {
        return requireNonNull(requireNonNull(new Discovery(http).server(issuer()).picked()).document());
    }

    Registration registration() {
        return new Registration(http, store, ports, Request.USUAL_TIMEOUT);
    }

    ClientStore store() {
        return store;
    }

    Login login() {
        return new Login(http, ports);
    }

    FormAgent user() {
        return new FormAgent(http, pair.user(), Secret.of(pair.password()));
    }

    LoginRequest request(RegisteredClient client, String resource, String... scopes) {
        return LoginRequest.of(metadata(), client, resource, List.of(scopes)).within(Duration.ofSeconds(20));
    }

    RegisteredClient client() {
        return ((RegistrationOutcome.Registered) registration().client(metadata())).client();
    }

    /** Signs the practice user in for the practice server. */
    public Tokens tokens() {
        return ((LoginOutcome.SignedIn) login().run(request(client(), pair.mcpUrl(), "mcp:use", "offline_access"),
                user())).tokens();
    }

    @Override
    public void close() {
        http.close();
        pair.close();
    }
}
