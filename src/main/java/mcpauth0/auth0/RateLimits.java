package mcpauth0.auth0;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import mcpauth0.http.Answer;
import mcpauth0.http.Failure;
import mcpauth0.http.FailureException;
import org.jspecify.annotations.Nullable;

/** Waits as a tenant asks for, where it limits the rate of requests (429, RFC 6585 §4): by the headers of its answers. */
final class RateLimits {

    /** What one call may wait in all. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Waits; tests do not. */
    @FunctionalInterface
    interface Pause {
        void sleep(Duration duration) throws InterruptedException;
    }

    private final Clock clock;
    private final Pause pause;
    private volatile Consumer<Duration> listener = _ -> {
    };

    RateLimits(Clock clock, Pause pause) {
        this.clock = clock;
        this.pause = pause;
    }

    void onPause(Consumer<Duration> newListener) {
        listener = newListener;
    }

    /** @throws FailureException when the thread is interrupted */
    void wait(Duration duration) throws FailureException {
        if (duration.isZero())
            return;
        listener.accept(duration);
        try {
            pause.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure.Cancelled().asException(null);
        }
    }

    /**
     * The time after which one more request is let through, where the limit is one of requests a second. The header tells
     * the end of the limit in whole seconds, which is up to a second too late; where the guess is too early, the next
     * answer is 429 and says when.
     */
    static @Nullable Duration interval(Answer answer) {
        var limit = answer.header("x-ratelimit-limit");
        return limit != null && limit.matches("[1-9]\\d{0,5}")
                ? Duration.ofSeconds(1).dividedBy(Long.parseLong(limit))
                : null;
    }

    /** How long until the limit is lifted: by the server's own clock where it tells the time, since ours may be wrong. */
    Duration reset(Answer answer, Duration otherwise) {
        try {
            var after = answer.header("Retry-After");
            if (after != null)
                return Duration.ofSeconds(Math.max(1, Long.parseLong(after.strip())));
            var at = answer.header("x-ratelimit-reset");
            if (at == null)
                return otherwise;
            var date = answer.header("Date");
            var now = date == null
                    ? clock.instant()
                    : ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            var left = Duration.between(now, Instant.ofEpochSecond(Long.parseLong(at.strip())));
            return left.compareTo(otherwise) < 0 ? otherwise : left;
        } catch (NumberFormatException | DateTimeException e) {
            return otherwise;
        }
    }
}
