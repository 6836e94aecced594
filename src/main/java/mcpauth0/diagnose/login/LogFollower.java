package mcpauth0.diagnose.login;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import mcpauth0.auth0.LogEvent;
import mcpauth0.auth0.Logs;
import mcpauth0.auth0.Snapshot;
import mcpauth0.http.FailureException;
import mcpauth0.oauth.LoginRequest;
import mcpauth0.oauth.RegisteredClient;
import mcpauth0.oauth.UserAgent;
import org.jspecify.annotations.Nullable;

/**
 * A user agent that, once somebody is at the sign-in page, follows the tenant's log from where it stood before. A person
 * who ends on the tenant's own error page never comes back, and only the log knows why: the login then ends with what the
 * log says, while the callback is still waited for. Asks less and less often, so that it never uses up the tenant's rate
 * limit.
 */
public final class LogFollower implements UserAgent {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

    /** How often the log is asked after a login that has ended: it is written with some delay. */
    private static final int AFTERWARDS = 3;

    private final UserAgent agent;
    private final Logs logs;
    private final String correlationId;
    private final RegisteredClient client;
    private final String resource;
    private final @Nullable Snapshot tenant;
    private final Ear ear;
    private @Nullable String checkpoint;
    private Instant begun = Instant.EPOCH;
    private volatile @Nullable LogStory story;

    /** Told, on the thread that follows the log, how that goes. */
    public interface Ear {

        /** The browser has not come back; the log is looked at from now on. */
        void looking();

        /** The log says something about this login; more may follow. */
        void found(LogStory story);

        Ear DEAF = new Ear() {
            @Override
            public void looking() {
                // Nobody listens.
            }

            @Override
            public void found(LogStory story) {
                // Nobody listens.
            }
        };
    }

    /**
     * @param agent who really goes to the page
     * @param tenant what tells causes apart that the log words alike; null where it was not read
     */
    public LogFollower(UserAgent agent, Logs logs, LoginRequest request, @Nullable Snapshot tenant, Ear ear) {
        this.agent = agent;
        this.logs = logs;
        this.correlationId = request.correlationId();
        this.client = request.client();
        this.resource = Objects.requireNonNullElse(request.resource(), "");
        this.tenant = tenant;
        this.ear = ear;
    }

    @Override
    public void visit(String url) throws IOException {
        try {
            var newest = logs.newest();
            begun = newest.map(LogEvent::date).orElse(begun);
            checkpoint = newest.map(LogEvent::id).orElse("");
        } catch (FailureException e) {
            // Without the log, the login goes on as it would have.
        }
        agent.visit(url);
        if (checkpoint != null)
            follow();
    }

    @Override
    public String words(String key) {
        return agent.words(key);
    }

    @Override
    public boolean needsPerson() {
        return agent.needsPerson();
    }

    private void follow() throws IOException {
        var pause = FIRST_PAUSE;
        try {
            Thread.sleep(pause);
            ear.looking();
            while (true) {
                var found = look();
                if (found.filter(LogStory::ends).isPresent())
                    throw stopped(found.get());
                Thread.sleep(pause);
                pause = pause.multipliedBy(5).dividedBy(4);
                if (pause.compareTo(LONGEST_PAUSE) > 0)
                    pause = LONGEST_PAUSE;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (FailureException _) {
            // The callback is waited for all the same.
        }
    }

    private static Stopped stopped(LogStory story) {
        return new Stopped(null, story.event().error(), story.event().words());
    }

    private Optional<LogStory> look() throws FailureException {
        var from = checkpoint;
        if (from == null)
            return Optional.empty();
        var events = logs.since(from);
        if (!events.isEmpty())
            checkpoint = events.getLast().id();
        var told = told(events).filter(found -> found.sure() || !sure());
        told.ifPresent(found -> {
            story = found;
            ear.found(found);
        });
        return told;
    }

    private boolean sure() {
        var known = story;
        return known != null && known.sure();
    }

    /** The last word, before any that is in doubt; but where one event ends the login, what came with it does not count. */
    private Optional<LogStory> told(List<LogEvent> events) {
        var told = events.stream().filter(this::fits)
                .flatMap(event -> LogCause.of(event, tenant, resource).stream()
                        .map(cause -> LogStory.of(cause, event, sure(event), resource)))
                .toList();
        return told.stream().filter(LogStory::ends).findFirst()
                .or(() -> told.reversed().stream().filter(LogStory::sure).findFirst())
                .or(() -> told.reversed().stream().findFirst());
    }

    /** By the mark of this login; an event without a mark by its time, its client and where that comes back to. */
    private boolean fits(LogEvent event) {
        return event.correlationId() != null
                ? event.correlationId().equals(correlationId)
                : client.clientId().equals(event.clientId()) && !event.date().isBefore(begun)
                        && (event.redirect() == null || client.redirectUris().contains(event.redirect()));
    }

    /** Nobody else uses a client that this program registered; one made by hand may be in use by anybody. */
    private boolean sure(LogEvent event) {
        return event.correlationId() != null || !client.shared();
    }

    /** What the log has said so far, or says now that the login has ended without success; empty for nothing. */
    public Optional<LogStory> story() {
        try {
            for (var n = 0; !sure() && n < AFTERWARDS; n++) {
                if (n > 0)
                    Thread.sleep(FIRST_PAUSE);
                var _ = look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (FailureException e) {
            // What the login itself says must do.
        }
        return Optional.ofNullable(story);
    }

    /** For whoever is told of it as it goes. */
    public static Ear ear(Runnable looking, Consumer<LogStory> found) {
        return new Ear() {
            @Override
            public void looking() {
                looking.run();
            }

            @Override
            public void found(LogStory story) {
                found.accept(story);
            }
        };
    }
}
