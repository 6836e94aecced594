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
    synchronized Secret token() throws FailureException {
        var now = clock.instant();
        if (fetcher != null && !now.isBefore(renewal))
            try {
                renew(fetcher);
            } catch (FailureException e) {
                if (!now.isBefore(good.expires()))
                    throw e;
                renewal = now.plus(BEFORE_NEXT_TRY);
            }
        return good.token();
    }

    /**
     * The tenant said that the token has run out.
     *
     * @throws FailureException when there is no other one
     */
    synchronized void expired() throws FailureException {
        if (fetcher == null)
            throw new Failure.Locked(Failure.Locked.Why.RAN_OUT, ManagementToken.forPeople(good.expires()))
                    .asException(null);
        renew(fetcher);
    }

    private void renew(TokenFetcher from) throws FailureException {
        switch (from.fetch()) {
            case Fetched.Given(var token) -> {
                good = token;
                renewal = due(token);
            }
            case Fetched.Denied(var why, var words) -> throw new Failure.Locked(Failure.Locked.Why.NOT_RENEWED,
                    words.isEmpty() ? why.id() : words).asException(null);
            case Fetched.Failed(var failure) -> throw failure.asException(null);
        }
    }

    /** A minute ahead, but not within the first four fifths of a short life. */
    private Instant due(ManagementToken.Good token) {
        var life = Duration.between(clock.instant(), token.expires());
        var ahead = life.dividedBy(5);
        return token.expires().minus(ahead.compareTo(AHEAD) < 0 ? ahead : AHEAD);
    }
}
