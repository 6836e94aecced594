package mcpauth0.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import mcpauth0.http.Json;

/**
 * One file per issuer, for the owner's eyes (0600 where the system knows such a thing). Secrets are never written: a
 * client with one is remembered in memory alone. A file that cannot be read counts as none.
 */
final class FileClientStore implements ClientStore {

    private static final System.Logger LOG = System.getLogger(FileClientStore.class.getName());

    private final Path folder;
    private final ClientStore memory = ClientStore.inMemory();

    FileClientStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public synchronized Optional<RegisteredClient> find(String issuer) {
        var held = memory.find(issuer);
        if (held.isPresent())
            return held;
        return read(file(issuer)).filter(client -> client.issuer().equals(issuer));
    }

    @Override
    public synchronized List<RegisteredClient> all() {
        var all = new LinkedHashMap<String, RegisteredClient>();
        if (Files.isDirectory(folder))
            try (var files = Files.newDirectoryStream(folder, "client-*.json")) {
                for (var file : files)
                    read(file).ifPresent(client -> all.put(client.issuer(), client));
            } catch (IOException | DirectoryIteratorException e) {
                LOG.log(Level.WARNING, "cannot read " + folder, e);
            }
        memory.all().forEach(client -> all.put(client.issuer(), client));
        return List.copyOf(all.values());
    }

    private static Optional<RegisteredClient> read(Path file) {
        if (!Files.isReadable(file))
            return Optional.empty();
        try {
            return Json.parse(Files.readAllBytes(file)).flatMap(FileClientStore::read);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "cannot read " + file, e);
            return Optional.empty();
        }
    }

    @Override
    public Optional<Instant> since(String issuer) {
        try {
            return Optional.of(Files.getLastModifiedTime(file(issuer)).toInstant());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public synchronized void remember(RegisteredClient client) {
        memory.remember(client);
        if (client.secret() != null)
            return;
        try {
            Files.createDirectories(folder, onlyOwner("rwx------"));
            var fresh = Files.createTempFile(folder, "client", ".part", onlyOwner("rw-------"));
            Files.writeString(fresh, Json.pretty(write(client)));
            Files.move(fresh, file(client.issuer()), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "cannot remember the client of " + client.issuer(), e);
        }
    }

    @Override
    public synchronized void forget(String issuer) {
        memory.forget(issuer);
        try {
            Files.deleteIfExists(file(issuer));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "cannot forget the client of " + issuer, e);
        }
    }

    private static Optional<RegisteredClient> read(JsonNode json) {
        var issuer = Fields.text(json, "issuer");
        var id = Fields.text(json, "client_id");
        var redirects = Fields.texts(json, "redirect_uris");
        if (issuer == null || id == null || redirects == null)
            return Optional.empty();
        var raw = json.get("answer") instanceof ObjectNode answer ? answer : Json.object();
        return Optional.of(new RegisteredClient(issuer, id, null, AuthMethod.NONE, redirects, raw));
    }

    private static ObjectNode write(RegisteredClient client) {
        var json = Json.object().put("issuer", client.issuer()).put("client_id", client.clientId());
        var redirects = json.putArray("redirect_uris");
        client.redirectUris().forEach(redirects::add);
        json.set("answer", client.raw());
        return json;
    }

    /** A name that no issuer can steer: its digest. */
    private Path file(String issuer) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(issuer.getBytes(StandardCharsets.UTF_8));
            return folder.resolve("client-" + HexFormat.of().formatHex(digest, 0, 12) + ".json");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static FileAttribute<?>[] onlyOwner(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? List.of(PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)))
                        .toArray(FileAttribute<?>[]::new)
                : new FileAttribute<?>[0];
    }
}
