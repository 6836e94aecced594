package mcpauth0.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import mcpauth0.oauth.UserAgent;
import mcpauth0.setup.McpUrl;
import mcpauth0.setup.Secret;
import mcpauth0.setup.TenantDomain;

/** The practice pair, as the window sees it; the root implements it. */
public interface Practice {

    /**
     * Starts a tenant on which nothing is set up, and its server.
     *
     * @throws java.io.IOException when no port can be opened
     */
    Pair start() throws java.io.IOException;

    /** A running pair. Closing it ends both servers and forgets everything. */
    interface Pair extends AutoCloseable {

        TenantDomain tenant();

        McpUrl server();

        /** PEM file of the authority that both certificates come from; it is trusted for this pair alone. */
        Path ca();

        String clientId();

        Secret clientSecret();

        /** Signs in as the pair's one user, without a browser. */
        UserAgent user();

        /** Ids of checks whose faults the server can have, to learn what they look like. */
        List<String> lessons();

        /** From now on the server has exactly these faults. */
        void behave(Set<String> faults);

        @Override
        void close();
    }
}
