package mcpauth0.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How many Management API requests go through: a bucket that refills evenly. Auth0's free plan lets two a second
 * through, and two at once.
 */
final class RateLimit {

    private final Clock clock;
    private final int perSecond;
    private double left;
    private Instant last;

    RateLimit(int perSecond, Clock clock) {
        this.clock = clock;
        this.perSecond = perSecond;
        this.left = perSecond;
        this.last = clock.instant();
    }

    /**
     * @param allowed whether the request goes through
     * @param remaining whole requests that would still go through now
     * @param reset epoch second at which the next one goes through
     */
    record Turn(boolean allowed, int limit, int remaining, long reset) {
        Outgoing on(Outgoing answer) {
            return answer.with("x-ratelimit-limit", String.valueOf(limit))
                    .with("x-ratelimit-remaining", String.valueOf(remaining))
                    .with("x-ratelimit-reset", String.valueOf(reset));
        }
    }

    synchronized Turn take() {
        return take(true);
    }

    /** @param counts whether this is one of the requests that the limit is for */
    synchronized Turn take(boolean counts) {
        var now = clock.instant();
        var since = Duration.between(last, now).toNanos() / 1e9;
        left = Math.min(perSecond, left + Math.max(0, since) * perSecond);
        last = now;
        var allowed = !counts || left >= 1;
        if (allowed && counts)
            left--;
        var wait = left >= 1 ? 0 : (1 - left) / perSecond;
        var free = now.plusNanos((long) (wait * 1e9));
        return new Turn(allowed, perSecond, (int) left, free.getEpochSecond() + (free.getNano() > 0 ? 1 : 0));
    }
}
