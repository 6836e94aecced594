package mcpauth0.oauth;

import java.util.Optional;

/** Remembers the one client of each issuer. Safe for use by many threads. */
public interface ClientStore {

    Optional<RegisteredClient> find(String issuer);

    void remember(RegisteredClient client);

    void forget(String issuer);
}
