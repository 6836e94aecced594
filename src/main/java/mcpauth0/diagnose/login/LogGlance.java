package mcpauth0.diagnose.login;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import mcpauth0.auth0.LogEvent;
import mcpauth0.auth0.Logs;
import mcpauth0.auth0.Snapshot;
import mcpauth0.http.FailureException;
import org.jspecify.annotations.Nullable;

/**
 * What the tenant's log says of the newest sign-ins of one client, which this program did not make.
 *
 * @param story why the newest of them failed; empty where none did, or one has succeeded since
 * @param tokenIssued whether the client has got a token, and no failure came after it
 */
public record LogGlance(Optional<LogStory> story, boolean tokenIssued) {

    /** A log that was not looked at, or says nothing. */
    public static final LogGlance NOTHING = new LogGlance(Optional.empty(), false);

    /** Older events are about something else. */
    private static final Duration RECENT = Duration.ofHours(24);

    /** Auth0's event type of a code that was exchanged for an access token. */
    private static final String EXCHANGED = "seacft";

    /**
     * Looks through the newest hundred events.
     *
     * @param tenant what tells causes apart that the log words alike; null where it was not read
     * @param resource that the client asks for
     * @param about whether an event is of this client
     */
    public static LogGlance at(Logs logs, @Nullable Snapshot tenant, String resource, Predicate<LogEvent> about,
            Instant now) throws FailureException {
        for (var event : logs.since("").reversed()) {
            if (event.date().isBefore(now.minus(RECENT)))
                break;
            var cause = LogCause.of(event, tenant, resource).filter(found -> found != LogCause.CALLBACK_LOST);
            var ours = about.test(event);
            if (ours && event.type().equals(EXCHANGED))
                return new LogGlance(Optional.empty(), true);
            if (cause.isPresent() && (ours || nobodys(cause.get(), event)))
                return new LogGlance(cause.map(known -> LogStory.of(known, event, true, resource)), false);
        }
        return NOTHING;
    }

    /** Who is refused registration has no name yet. */
    private static boolean nobodys(LogCause cause, LogEvent event) {
        return event.clientId() == null && event.redirect() == null
                && (cause == LogCause.REGISTRATION_CLOSED || cause == LogCause.TOO_MANY_CLIENTS);
    }
}
