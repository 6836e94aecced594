package mcpauth0.access;

import java.util.Optional;
import mcpauth0.setup.Secret;

/** Where secrets are kept for the operator: the operating system's keychain. May ask the operator to unlock it. */
public interface Keychain {

    /** What people see there as the owner of an entry. */
    String OWNER = "MCP Auth0 Setup";

    /** Why nothing can be kept here, known without asking anybody; empty where trying is worth it. */
    Optional<Trouble> missing();

    /** What is kept under this name; empty for nothing. Blocks while the operator is asked. */
    Optional<Secret> find(String name) throws Trouble;

    void keep(String name, Secret secret) throws Trouble;

    /** It is no trouble when there is nothing under this name; with trouble, what is there may still be there. */
    void forget(String name) throws Trouble;

    /** Where there is none. */
    static Keychain none() {
        return new Keychain() {
            @Override
            public Optional<Trouble> missing() {
                return Optional.of(new Trouble("none"));
            }

            @Override
            public Optional<Secret> find(String name) throws Trouble {
                throw new Trouble("none");
            }

            @Override
            public void keep(String name, Secret secret) throws Trouble {
                throw new Trouble("none");
            }

            @Override
            public void forget(String name) throws Trouble {
                throw new Trouble("none");
            }
        };
    }

    /** Nothing could be kept or found. The bundles hold {@code keychain.<id>}, a sentence. */
    final class Trouble extends Exception {

        private static final long serialVersionUID = 1;

        private final String id;

        /** @param id {@code none}, {@code refused} or {@code silent} */
        public Trouble(String id) {
            super(id, null, false, false);
            this.id = id;
        }

        public String id() {
            return id;
        }
    }
}
