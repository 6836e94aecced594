package mcpauth0.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import mcpauth0.demo.PracticePair;
import mcpauth0.http.Http;
import mcpauth0.http.Network;
import mcpauth0.http.Trust;
import mcpauth0.oauth.UserAgent;
import mcpauth0.oauth.agent.FormAgent;
import mcpauth0.setup.McpUrl;
import mcpauth0.setup.Secret;
import mcpauth0.setup.TenantDomain;

/** A practice pair in the state and with the faults that a test wants. */
public record PairInHand(PracticePair pair, Http http) implements Practice.Pair {

    public static PairInHand start(PracticePair.Start state, String... faults) throws IOException {
        var pair = PracticePair.start(PracticePair.Options.of(state).withFaults(faults));
        return new PairInHand(pair, new Http(Network.system().withTrust(Trust.only(List.of(pair.authority())))));
    }

    @Override
    public TenantDomain tenant() {
        return TenantDomain.parse(pair.domain()).orThrow();
    }

    @Override
    public McpUrl server() {
        return McpUrl.parse(pair.mcpUrl()).orThrow();
    }

    @Override
    public Path ca() {
        return pair.caFile();
    }

    @Override
    public String clientId() {
        return pair.clientId();
    }

    @Override
    public Secret clientSecret() {
        return Secret.of(pair.clientSecret());
    }

    @Override
    public UserAgent user() {
        return new FormAgent(http, pair.user(), Secret.of(pair.password()));
    }

    @Override
    public List<String> lessons() {
        return PracticePair.LESSONS;
    }

    @Override
    public void behave(Set<String> faults) {
        pair.behave(faults);
    }

    @Override
    public void close() {
        http.close();
        pair.close();
    }
}
