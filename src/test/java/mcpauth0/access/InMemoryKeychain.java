package mcpauth0.access;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import mcpauth0.setup.Secret;
import org.jspecify.annotations.Nullable;

/** A keychain that a test can look into, and can break. */
public final class InMemoryKeychain implements Keychain {

    public final Map<String, Secret> kept = new HashMap<>();
    /** What goes wrong with everything; null for nothing. */
    public @Nullable String trouble;

    @Override
    public Optional<Trouble> missing() {
        return "none".equals(trouble) ? Optional.of(new Trouble("none")) : Optional.empty();
    }

    @Override
    public Optional<Secret> find(String name) throws Trouble {
        check();
        return Optional.ofNullable(kept.get(name));
    }

    @Override
    public void keep(String name, Secret secret) throws Trouble {
        check();
        kept.put(name, secret);
    }

    @Override
    public void forget(String name) throws Trouble {
        check();
        kept.remove(name);
    }

    private void check() throws Trouble {
        var id = trouble;
        if (id != null)
            throw new Trouble(id);
    }
}
