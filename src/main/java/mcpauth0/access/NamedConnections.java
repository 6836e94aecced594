package mcpauth0.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mcpauth0.auth0.ClientKey;
import mcpauth0.http.Json;
import mcpauth0.setup.Parsed;
import mcpauth0.setup.Secret;
import mcpauth0.setup.TenantDomain;
import org.jspecify.annotations.Nullable;

/**
 * The named connections: the file {@code connections.json}, for the owner's eyes (0600 where the system knows such a
 * thing), and the secrets in the keychain. A file that cannot be understood is never written over.
 */
public final class NamedConnections {

    private static final int SCHEMA = 1;
    private static final int LONGEST_NAME = 60;

    private final Path file;
    private final Keychain keychain;

    /** @param state the program's folder */
    public NamedConnections(Path state, Keychain keychain) {
        this.file = state.resolve("connections.json");
        this.keychain = keychain;
    }

    public Keychain keychain() {
        return keychain;
    }

    /** By name. Problem: {@code connections-unreadable}. */
    public synchronized Parsed<List<NamedConnection>> all() {
        try {
            var root = Json.parse(Files.readString(file)).orElse(null);
            if (root == null || root.path("schema").asInt() != SCHEMA)
                return Parsed.bad("connections-unreadable", file.toString());
            var all = new ArrayList<NamedConnection>();
            for (var one : root.path("connections"))
                all.add(read(one));
            all.sort(Comparator.comparing(one -> one.name().toLowerCase(Locale.ROOT)));
            return Parsed.good(List.copyOf(all));
        } catch (NoSuchFileException _) {
            return Parsed.good(List.of());
        } catch (IOException | IllegalArgumentException _) {
            return Parsed.bad("connections-unreadable", file.toString());
        }
    }

    /** Problems: {@code connection-name-empty}, {@code connection-name-long}. */
    public static Parsed<String> name(String typed) {
        var name = typed.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
        if (name.isEmpty())
            return Parsed.bad("connection-name-empty");
        return name.length() > LONGEST_NAME
                ? Parsed.bad("connection-name-long", String.valueOf(LONGEST_NAME))
                : Parsed.good(name);
    }

    /** How saving ended. */
    public sealed interface Saved {

        record Well() implements Saved {
        }

        /** The connection is saved; its secret is not in the keychain. */
        record WithoutSecret(Keychain.Trouble why) implements Saved {
        }

        /** Nothing was done: this one has the name, and leads elsewhere or with other credentials. */
        record Taken(NamedConnection other) implements Saved {
        }

        /** Nothing was done: an older secret is in the keychain under this name, and would have stayed there. */
        record Held(Keychain.Trouble why) implements Saved {
        }
    }

    /**
     * Keeps it, in place of one with the same name that leads to the same tenant with the same credentials.
     *
     * @param secret for the keychain; null takes out what was there
     * @param replacing the other one that the operator agreed to lose for it; null for none
     * @throws IOException when the file cannot be written, or what is there cannot be understood
     */
    public synchronized Saved save(NamedConnection connection, @Nullable Secret secret,
            @Nullable NamedConnection replacing) throws IOException {
        var others = others(connection.name());
        var before = find(connection.name());
        if (before.isPresent() && !before.get().sameDoor(connection) && !before.get().equals(replacing))
            return new Saved.Taken(before.get());
        var trouble = secret == null ? forgetSecret(connection.name()) : keep(connection.name(), secret);
        if (trouble.isPresent() && before.filter(NamedConnection::inKeychain).isPresent())
            return new Saved.Held(trouble.get());
        others.add(connection.withInKeychain(secret != null && trouble.isEmpty()));
        write(others);
        return trouble.isEmpty() ? new Saved.Well() : new Saved.WithoutSecret(trouble.get());
    }

    private Optional<Keychain.Trouble> keep(String name, Secret secret) {
        try {
            keychain.keep(account(name), secret);
            return Optional.empty();
        } catch (Keychain.Trouble e) {
            return Optional.of(e);
        }
    }

    /** Under what name the keychain has the secret, as the account of {@link Keychain#OWNER}. Capitals make no other name. */
    public static String account(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /**
     * Forgets its secret and it.
     *
     * @return why the secret may still be in the keychain; the connection then stays, so that it can be tried again
     * @throws IOException when the file cannot be written, or cannot be understood
     */
    public synchronized Optional<Keychain.Trouble> forget(String name) throws IOException {
        var others = others(name);
        var trouble = forgetSecret(name);
        if (trouble.isEmpty())
            write(others);
        return trouble;
    }

    private Optional<Keychain.Trouble> forgetSecret(String name) {
        if (find(name).filter(NamedConnection::inKeychain).isEmpty())
            return Optional.empty();
        try {
            keychain.forget(account(name));
            return Optional.empty();
        } catch (Keychain.Trouble e) {
            return Optional.of(e);
        }
    }

    /** The one with this name, capitals aside. */
    public Optional<NamedConnection> find(String name) {
        return all() instanceof Parsed.Good<List<NamedConnection>>(var all)
                ? all.stream().filter(one -> one.name().equalsIgnoreCase(name.strip())).findFirst()
                : Optional.empty();
    }

    /** Its secret; empty where it was never kept or is gone. */
    public Optional<Secret> secret(NamedConnection connection) throws Keychain.Trouble {
        return connection.inKeychain() ? keychain.find(account(connection.name())) : Optional.empty();
    }

    private List<NamedConnection> others(String name) throws IOException {
        return switch (all()) {
            case Parsed.Good<List<NamedConnection>>(var all) ->
                new ArrayList<>(all.stream().filter(one -> !one.name().equalsIgnoreCase(name)).toList());
            case Parsed.Bad<List<NamedConnection>> _ -> throw new IOException(file.toString());
        };
    }

    private void write(List<NamedConnection> all) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var root = Json.object().put("schema", SCHEMA);
        var list = root.putArray("connections");
        all.forEach(one -> list.add(write(one)));
        var fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "connections", ".part",
                onlyOwner(file));
        Files.writeString(fresh, Json.pretty(root));
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] onlyOwner(Path where) {
        return where.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[]{
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }

    private static ObjectNode write(NamedConnection one) {
        var json = Json.object().put("name", one.name()).put("tenant", one.tenant().value());
        var login = one.loginDomain();
        if (login != null)
            json.put("loginDomain", login.value());
        json.put("kind", one.kind().id()).put("clientId", one.clientId());
        var key = one.keyFile();
        if (key != null)
            json.put("keyFile", key.toString()).put("algorithm", one.algorithm());
        return json.put("inKeychain", one.inKeychain());
    }

    /** @throws IllegalArgumentException for what this version did not write */
    private static NamedConnection read(JsonNode json) {
        var name = json.path("name").asText();
        if (!(TenantDomain.parse(json.path("tenant").asText()) instanceof Parsed.Good<TenantDomain>(var tenant))
                || name.isBlank())
            throw new IllegalArgumentException(name);
        var login = TenantDomain.parse(json.path("loginDomain").asText());
        var kind = NamedConnection.Kind.valueOf(json.path("kind").asText().toUpperCase(Locale.ROOT));
        var key = json.path("keyFile").asText();
        var algorithm = json.path("algorithm").asText(ClientKey.ALGORITHMS.getFirst());
        return new NamedConnection(name, tenant,
                login instanceof Parsed.Good<TenantDomain>(var domain) ? domain : null, kind,
                json.path("clientId").asText(), key.isEmpty() ? null : Path.of(key),
                ClientKey.ALGORITHMS.contains(algorithm) ? algorithm : ClientKey.ALGORITHMS.getFirst(),
                json.path("inKeychain").asBoolean());
    }
}
