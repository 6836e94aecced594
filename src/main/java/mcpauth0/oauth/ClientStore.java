package mcpauth0.oauth;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers the one client of each issuer. Safe for use by many threads. */
public interface ClientStore {

    Optional<RegisteredClient> find(String issuer);

    /** Those of every issuer, in no order. */
    List<RegisteredClient> all();

    /** When the client was registered, where that is known. */
    default Optional<Instant> since(String issuer) {
        return Optional.empty();
    }

    void remember(RegisteredClient client);

    void forget(String issuer);

    /** Remembers as long as the program runs. */
    static ClientStore inMemory() {
        Map<String, RegisteredClient> clients = new ConcurrentHashMap<>();
        return new ClientStore() {
            @Override
            public Optional<RegisteredClient> find(String issuer) {
                return Optional.ofNullable(clients.get(issuer));
            }

            @Override
            public List<RegisteredClient> all() {
                return List.copyOf(clients.values());
            }

            @Override
            public void remember(RegisteredClient client) {
                clients.put(client.issuer(), client);
            }

            @Override
            public void forget(String issuer) {
                clients.remove(issuer);
            }
        };
    }

    /** Remembers in files of that folder, which is made when it is needed. A client with a secret is not written. */
    static ClientStore inFolder(Path folder) {
        return new FileClientStore(folder);
    }
}
