package mcpauth0.access;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import mcpauth0.setup.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Keychain on macOS, Credential Manager on Windows, Secret Service or KWallet elsewhere, through java-keyring. Its jar may
 * be missing. What the library does when it fails is not told: its messages may name what was asked for.
 */
public final class SystemKeychain implements Keychain {

    private static final System.Logger LOG = System.getLogger(SystemKeychain.class.getName());
    /** What the library says on each system where there is no such entry; it throws the same where it was refused. */
    private static final Pattern ABSENT = Pattern.compile(
            "No stored credentials match|not in wallet|Password not Found|could not be found in the keychain");
    /** Unlocking a keychain takes a person. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Map<String, String> environment;
    private final String system;

    SystemKeychain(Map<String, String> environment, String system) {
        this.environment = environment;
        this.system = system.toLowerCase(Locale.ROOT);
    }

    public static SystemKeychain ofThisComputer() {
        return new SystemKeychain(System.getenv(), System.getProperty("os.name", ""));
    }

    /** Secret Service and KWallet are reached over the session bus; without one there is neither. */
    @Override
    public Optional<Trouble> missing() {
        if (system.contains("win") || system.contains("mac") || !environment("DBUS_SESSION_BUS_ADDRESS").isEmpty())
            return Optional.empty();
        var runtime = environment("XDG_RUNTIME_DIR");
        return !runtime.isEmpty() && Files.exists(Path.of(runtime, "bus"))
                ? Optional.empty()
                : Optional.of(new Trouble("none"));
    }

    private String environment(String name) {
        return environment.getOrDefault(name, "");
    }

    @Override
    public Optional<Secret> find(String name) throws Trouble {
        return Optional.ofNullable(with(keyring -> {
            try {
                return Secret.of(keyring.getPassword(OWNER, name));
            } catch (PasswordAccessException _) {
                return null; // The library says the same when it was refused.
            }
        }));
    }

    @Override
    public void keep(String name, Secret secret) throws Trouble {
        with(keyring -> {
            keyring.setPassword(OWNER, name, secret.reveal());
            return null;
        });
    }

    @Override
    public void forget(String name) throws Trouble {
        with(keyring -> {
            empty(new Drawer() {
                @Override
                public void look() throws PasswordAccessException {
                    var _ = keyring.getPassword(OWNER, name);
                }

                @Override
                public void empty() throws PasswordAccessException {
                    keyring.deletePassword(OWNER, name);
                }
            }, system.contains("win") && !system.contains("darwin"));
            return null;
        });
    }

    /** One entry of the library. */
    interface Drawer {

        void look() throws PasswordAccessException;

        void empty() throws PasswordAccessException;
    }

    /**
     * Deletes what is there, if anything is.
     *
     * @param open whether everything there can be read by whoever put it there, as on Windows, so that what cannot be read
     *            is not there
     * @throws PasswordAccessException when it is there, or may be, and stays
     */
    static void empty(Drawer drawer, boolean open) throws PasswordAccessException {
        try {
            drawer.empty();
        } catch (PasswordAccessException e) {
            if (!absent(drawer, open))
                throw e;
        }
    }

    private static boolean absent(Drawer drawer, boolean open) {
        try {
            drawer.look();
            return false;
        } catch (PasswordAccessException e) {
            return open || ABSENT.matcher(String.valueOf(e.getMessage())).find();
        }
    }

    private interface Deed<T> {
        @Nullable
        T run(Keyring keyring) throws Exception;
    }

    /** On a thread of its own: native code listens to no interruption. */
    private <T> @Nullable T with(Deed<T> deed) throws Trouble {
        var missing = missing();
        if (missing.isPresent())
            throw missing.get();
        var task = new FutureTask<@Nullable T>(() -> {
            var keyring = Keyring.create();
            try {
                return deed.run(keyring);
            } finally {
                keyring.close();
            }
        });
        Thread.ofPlatform().daemon().name("keychain").start(task);
        try {
            return task.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException _) {
            throw new Trouble("silent");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Trouble("silent");
        } catch (ExecutionException e) {
            var cause = e.getCause();
            LOG.log(Level.INFO, "keychain: " + (cause == null ? "" : cause.getClass().getName()));
            throw new Trouble(
                    cause instanceof BackendNotSupportedException || cause instanceof LinkageError
                            ? "none"
                            : "refused");
        }
    }
}
