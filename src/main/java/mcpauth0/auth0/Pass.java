package mcpauth0.auth0;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import mcpauth0.auth0.TokenFetcher.Fetched;
import mcpauth0.http.Failure;
import mcpauth0.http.FailureException;
import mcpauth0.setup.Secret;
import org.jspecify.annotations.Nullable;

/**
 * The token that is in use. An application's is renewed in time, a minute before it runs out, and what the new one allows
 * counts from then on; a pasted one lasts as long as it lasts.
 */
final class Pass {

    private static final Duration AHEAD = Duration.ofMinutes(1);
    private static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(10);

    private final @Nullable TokenFetcher fetcher;
    private final Clock clock;
    private volatile ManagementToken.Good good;
    private Instant renewal;

    /** @param fetcher null for a pasted token */
    Pass(ManagementToken.Good good, @Nullable TokenFetcher fetcher, Clock clock) {
        this.fetcher = fetcher;
        this.clock = clock;
        this.good = good;
        this.renewal = due(good);
    }

    Set<String> permissions() {
        return good.permissions();
    }

    Instant expires() {
        return good.expires();
    }

    /**
     * The token for the next call. While the old one is good, nothing is lost when there is no new one yet.
     *
     * @throws FailureException when it has run out and cannot be renewed
     */
    synchronized Secret token(RateLimits limits) throws FailureException {
        var now = clock.instant();
        if (fetcher != null && !now.isBefore(good.expires()))
            renew(fetcher, limits);
        else if (fetcher != null && !now.isBefore(renewal))
            renewAhead(fetcher, limits, now);
        return good.token();
    }

    /** Nothing is waited for while there is a good token; but the tenant is not asked again before it wants to be. */
    private void renewAhead(TokenFetcher from, RateLimits limits, Instant now) {
        switch (from.fetch()) {
            case Fetched.Given(var token) -> take(token);
            case Fetched.Limited(var _, var answer) -> {
                var asked = limits.reset(answer, BEFORE_NEXT_TRY);
                renewal = now.plus(asked.compareTo(BEFORE_NEXT_TRY) < 0 ? BEFORE_NEXT_TRY : asked);
            }
            case Fetched.Denied _,Fetched.Failed _ -> renewal = now.plus(BEFORE_NEXT_TRY);
        }
    }

    /**
     * The tenant said that the token has run out.
     *
     * @throws FailureException when there is no other one
     */
    synchronized void expired(RateLimits limits) throws FailureException {
        if (fetcher == null)
            throw new Failure.Locked(Failure.Locked.Why.RAN_OUT, good.expires().toString())
                    .asException(null);
        renew(fetcher, limits);
    }

    /** A limit on the rate of requests says nothing against the application: it is waited for, within bounds. */
    private void renew(TokenFetcher from, RateLimits limits) throws FailureException {
        var waited = Duration.ZERO;
        while (true)
            switch (from.fetch()) {
                case Fetched.Given(var token) -> {
                    take(token);
                    return;
                }
                case Fetched.Limited(var quota, var answer) -> {
                    var next = limits.reset(answer, Duration.ofSeconds(1));
                    waited = waited.plus(next);
                    if (quota || waited.compareTo(RateLimits.PATIENCE) > 0)
                        throw new Failure.Locked(quota ? Failure.Locked.Why.QUOTA : Failure.Locked.Why.BUSY, "")
                                .asException(null);
                    limits.wait(next);
                }
                case Fetched.Denied(var why, var words) -> throw new Failure.Locked(Failure.Locked.Why.NOT_RENEWED,
                        words.isEmpty() ? why.id() : words).asException(null);
                case Fetched.Failed(var failure) -> throw failure.asException(null);
            }
    }

    private void take(ManagementToken.Good token) {
        good = token;
        renewal = due(token);
    }

    /** A minute ahead, but not within the first four fifths of a short life. */
    private Instant due(ManagementToken.Good token) {
        var life = Duration.between(clock.instant(), token.expires());
        var ahead = life.dividedBy(5);
        return token.expires().minus(ahead.compareTo(AHEAD) < 0 ? ahead : AHEAD);
    }
}
