package mcpauth0;

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
import mcpauth0.ui.Practice;

/** Gives the window its practice pairs. */
final class PracticeRoom implements Practice {

    private final Network network;

    PracticeRoom(Network network) {
        this.network = network;
    }

    @Override
    public Pair start() throws IOException {
        var pair = PracticePair.start(PracticePair.Options.of(PracticePair.Start.BLANK));
        return running(pair, network);
    }

    /** A pair that runs already. */
    static Pair running(PracticePair pair, Network network) {
        return new Running(pair, new Http(network.withTrust(Trust.only(List.of(pair.authority())))));
    }

    private record Running(PracticePair pair, Http http) implements Pair {

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
}
