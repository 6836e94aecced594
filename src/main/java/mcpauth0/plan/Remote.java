package mcpauth0.plan;

import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import mcpauth0.http.FailureException;

/**
 * What steps change: a system at the other end of the wire. It may remember what it read, so that one reading serves all
 * steps, and counts the answer to a write as a reading where it is the whole object.
 */
public interface Remote {

    /** Forgets everything that was read. */
    void refresh();

    /** Forgets what was written to since it was read, so that the next reading shows what was really kept. */
    void confirm();

    /** Sends one call of an approved change, exactly as it was shown. A write is never sent twice. */
    void send(Change.Call call) throws FailureException;

    /** What the access allows, in the words of {@link Change.Write#scopes()}. */
    Set<String> permissions();

    /** Calls the listener before each pause that a limit on the rate of requests makes necessary. */
    void onPause(Consumer<Duration> listener);
}
