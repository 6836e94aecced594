package mcpauth0.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mcpauth0.http.Json;
import mcpauth0.setup.Fingerprint;

/** Who signed reports that were trusted: fingerprints of keys, in the file {@code signers.json}; nothing secret. */
public final class Signers {

    /**
     * A signer that is known.
     *
     * @param own whether it is this installation
     * @param since when it was first trusted
     */
    public record Known(Fingerprint fingerprint, boolean own, Instant since) {
    }

    private static final int SCHEMA = 1;

    private final Path file;

    /** @param state the program's folder */
    public Signers(Path state) {
        file = state.resolve("signers.json");
    }

    /** Empty also where the file cannot be understood: then nobody is known. */
    public Optional<Known> find(Fingerprint fingerprint) {
        try {
            return all().stream().filter(one -> one.fingerprint().equals(fingerprint)).findFirst();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /**
     * Knows it from now on; one that is known stays as it is.
     *
     * @throws IOException when it cannot be written down, or what is there cannot be understood
     */
    public synchronized void remember(Fingerprint fingerprint, boolean own) throws IOException {
        var known = new ArrayList<>(all());
        if (known.stream().anyMatch(one -> one.fingerprint().equals(fingerprint)))
            return;
        known.add(new Known(fingerprint, own, Clock.systemUTC().instant()));
        var root = Json.object().put("schema", SCHEMA);
        var list = root.putArray("signers");
        known.forEach(one -> list.addObject().put("fingerprint", one.fingerprint().value()).put("own", one.own())
                .put("since", one.since().toString()));
        Files.createDirectories(file.toAbsolutePath().getParent());
        var fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "signers", ".part");
        Files.writeString(fresh, Json.pretty(root));
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private List<Known> all() throws IOException {
        try {
            var root = Json.parse(Files.readString(file))
                    .filter(json -> json.path("schema").asInt() == SCHEMA)
                    .orElseThrow(() -> new IOException(file.toString()));
            var known = new ArrayList<Known>();
            for (var one : root.path("signers"))
                known.add(new Known(new Fingerprint(one.path("fingerprint").asText()), one.path("own").asBoolean(),
                        Instant.parse(one.path("since").asText())));
            return known;
        } catch (NoSuchFileException _) {
            return List.of();
        } catch (DateTimeParseException e) {
            throw new IOException(e);
        }
    }
}
