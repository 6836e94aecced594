package mcpauth0.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import mcpauth0.http.Json;
import org.jspecify.annotations.Nullable;

/**
 * What was done to one tenant, on disk: an intent before each change, its outcome after it, each a line of JSON that is
 * on the disk before the method returns. Nothing is ever taken out of the file. It never holds a secret. A line that a
 * crash tore is passed over: an intent is whole before anything is sent, and an outcome that is missing is found by
 * reading.
 */
public final class Journal {

    /** Locks of this process: it may not even open a second one, because closing that would give the first one back. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    /** What {@link #hold} names everything that is done to the tenant for good. */
    public static final String CHANGES = "changes";

    private final Path file;
    private final Clock clock;

    private Journal(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /**
     * The tenant's journal in that folder; both are made, readable by their owner alone, where they are missing.
     *
     * @throws IOException when that is not possible
     */
    public static Journal open(Path folder, String domain) throws IOException {
        return open(folder, domain, Clock.systemUTC());
    }

    static Journal open(Path folder, String domain, Clock clock) throws IOException {
        if (!Files.isDirectory(folder))
            Files.createDirectories(folder, ownerAlone(folder, "rwx------"));
        var name = domain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]", "_");
        var file = folder.resolve(name + ".jsonl");
        create(file);
        return new Journal(file, clock);
    }

    private static void create(Path file) throws IOException {
        try {
            Files.createFile(file, ownerAlone(file, "rw-------"));
        } catch (FileAlreadyExistsException _) {
            // It is from an earlier run.
        }
    }

    private static FileAttribute<?>[] ownerAlone(Path where, String permissions) {
        return where.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[]{
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }

    /**
     * Keeps every other process and window from doing the same to this tenant until it is closed, or the process ends.
     *
     * @param what names the work: {@link #CHANGES}, {@code decoy}
     * @return null where another one does it now
     */
    public @Nullable Hold hold(String what) throws IOException {
        var lock = file.resolveSibling(file.getFileName() + "." + what + ".lock").toAbsolutePath().normalize();
        if (!HELD.add(lock))
            return null;
        FileLock taken = null;
        try {
            create(lock);
            var channel = FileChannel.open(lock, StandardOpenOption.WRITE);
            try {
                taken = channel.tryLock();
                return taken == null ? null : new Hold(lock, channel);
            } finally {
                if (taken == null)
                    channel.close();
            }
        } finally {
            if (taken == null)
                HELD.remove(lock);
        }
    }

    /** The right to be the only one. */
    public static final class Hold implements AutoCloseable {

        private final Path lock;
        private final FileChannel channel;

        private Hold(Path lock, FileChannel channel) {
            this.lock = lock;
            this.channel = channel;
        }

        /** Closing the channel gives the lock back, as the end of the process would. */
        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                HELD.remove(lock);
            }
        }
    }

    /** Writes down what is about to be done; gives the id of the new entry. */
    public String intend(String step, Change.Write change) throws IOException {
        var id = UUID.randomUUID().toString().substring(0, 8);
        append(line(id, "intent").put("step", step).set("change", Json.MAPPER.valueToTree(change)));
        return id;
    }

    /** It came about; {@code receipt} is what undoing needs. */
    public void done(String id, JsonNode receipt) throws IOException {
        append(line(id, "done").set("receipt", receipt));
    }

    /** Nothing of it came about. */
    public void failed(String id) throws IOException {
        append(line(id, "failed"));
    }

    /** It is about to be taken back. */
    public void undoing(String id) throws IOException {
        append(line(id, "undoing"));
    }

    /** It was taken back. */
    public void undone(String id) throws IOException {
        append(line(id, "undone"));
    }

    private ObjectNode line(String id, String what) {
        return Json.object().put("id", id).put("what", what).put("at", clock.instant().toString());
    }

    private void append(JsonNode line) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            try (var _ = channel.lock()) {
                var end = channel.size();
                var torn = end > 0 && !endsLine(channel, end);
                var bytes = ByteBuffer
                        .wrap(((torn ? "\n" : "") + Json.write(line) + "\n").getBytes(StandardCharsets.UTF_8));
                channel.position(end);
                while (bytes.hasRemaining())
                    channel.write(bytes);
                channel.force(true);
            }
        } catch (OverlappingFileLockException e) {
            throw new IOException(e);
        }
    }

    private static boolean endsLine(FileChannel channel, long end) throws IOException {
        var last = ByteBuffer.allocate(1);
        return channel.read(last, end - 1) == 1 && last.get(0) == '\n';
    }

    /**
     * Every change, oldest first.
     *
     * @throws UncheckedIOException when the file cannot be read
     */
    public List<Entry> entries() {
        List<String> lines;
        try {
            lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var entries = new LinkedHashMap<String, Entry>();
        for (var text : lines)
            Json.parse(text).ifPresent(line -> {
                var id = line.path("id").asText();
                var entry = follow(entries.get(id), id, line);
                if (entry != null)
                    entries.put(id, entry);
            });
        return List.copyOf(entries.values());
    }

    private static @Nullable Entry follow(@Nullable Entry before, String id, JsonNode line) {
        var what = line.path("what").asText();
        if (before == null)
            return what.equals("intent") ? begun(id, line) : null;
        return switch (what) {
            case "done" -> before.with(State.DONE, line.get("receipt"));
            case "failed" -> before.with(State.FAILED, null);
            case "undoing" -> before.with(State.OPEN, before.receipt());
            case "undone" -> before.with(State.UNDONE, before.receipt());
            default -> before;
        };
    }

    private static @Nullable Entry begun(String id, JsonNode line) {
        try {
            var change = Json.MAPPER.treeToValue(line.path("change"), Change.Write.class);
            return change == null
                    ? null
                    : new Entry(id, line.path("step").asText(), change.target(),
                            Instant.parse(line.path("at").asText()),
                            State.OPEN, change, null);
        } catch (JsonProcessingException | DateTimeException e) {
            return null;
        }
    }

    public Path file() {
        return file;
    }

    /**
     * One change.
     *
     * @param at when it was begun
     * @param receipt what undoing needs; null until the change is known to have come about
     */
    public record Entry(String id, String step, String target, Instant at, State state, Change.Write change,
            @Nullable JsonNode receipt) {

        private Entry with(State newState, @Nullable JsonNode newReceipt) {
            return new Entry(id, step, target, at, newState, change, newReceipt);
        }
    }

    public enum State {
        /** Begun; whether it came about, or was taken back, is not known yet. */
        OPEN,
        /** It is there. */
        DONE,
        /** It never came about. */
        FAILED,
        /** It was taken back. */
        UNDONE
    }
}
