package mcpauth0.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was done to one tenant, on disk: an intent before each change, its outcome after it. Never holds a secret. */
public final class Journal {

    private final Path file;

    private Journal(Path file) {
        this.file = file;
    }

    /** @throws IOException when the folder cannot be made or the file not written */
    public static Journal open(Path folder, String domain) throws IOException {
        return new Journal(folder.resolve(domain.replace(':', '_') + ".jsonl"));
    }

    /** Oldest first. */
    public List<Entry> entries() {
        return List.of();
    }

    public Path file() {
        return file;
    }

    /**
     * One change.
     *
     * @param at when it was begun
     * @param receipt what undoing needs; null until the change is known to be done
     */
    public record Entry(String id, String step, String target, Instant at, State state, Change.Write change,
            @Nullable JsonNode receipt) {
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
