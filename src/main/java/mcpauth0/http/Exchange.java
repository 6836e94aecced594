package mcpauth0.http;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request and what became of it: an answer or a failure, never both, never neither.
 *
 * @param n its number within the run, from 1, in the order of starting
 * @param remote the address that was dialled, null where none was
 */
public record Exchange(int n, Instant started, Request request, @Nullable Answer answer, @Nullable Failure failure,
        Timing timing, @Nullable Tls tls, @Nullable String remote) {

    /** Milliseconds each part took; 0 where it did not happen (a connection used again has no dns, connect, tls). */
    public record Timing(long dns, long connect, long tls, long waiting, long total) {
    }

    /** What was agreed in the handshake; the chain as the server sent it. */
    public record Tls(String version, String cipher, List<X509Certificate> chain) {
        public Tls {
            chain = List.copyOf(chain);
        }
    }

    /** The answer, or the failure as an exception. */
    public Answer answerOrThrow() throws FailureException {
        if (answer != null)
            return answer;
        throw (failure == null ? new Failure.Unexpected(new IllegalStateException()) : failure).asException(this);
    }

    /** An answer with a 2xx status, or an exception: {@link Failure.Refused} for another status. */
    public Answer successOrThrow() throws FailureException {
        var given = answerOrThrow();
        if (given.ok())
            return given;
        throw Failure.refused(given).asException(this);
    }

    /** The status, or 0 where no answer came. */
    public int status() {
        return answer == null ? 0 : answer.status();
    }
}
