package mcpauth0.http;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why an exchange gave nothing that can be used. The bundles hold the words: {@code failure.<id>.problem/cause/cure}. */
public sealed interface Failure {

    /** No connection came about. */
    record Unreachable(Reason reason, String host, String detail) implements Failure {
        public enum Reason {
            /** The name has no address. */
            NAME,
            /** Nothing listens on the port. */
            REFUSED,
            /** The network knows no way there. */
            NO_ROUTE,
            /** The other side hung up, or the connection broke. */
            RESET,
            /** The certificate is not one that is trusted here, or not for this name. */
            UNTRUSTED,
            /** The handshake failed before or beside the certificate. */
            TLS,
            /** The proxy on the way refused or wants a password. */
            PROXY
        }
    }

    /** Nothing, or not everything, came within the time that was given. */
    record TimedOut(String host, Duration after) implements Failure {
    }

    /** An answer came and says no. {@code body} is its text, at most 4,096 characters. */
    record Refused(int status, String body) implements Failure {
    }

    /** What let the program in is no longer good, in the middle of the work. {@code detail} says until when, or why. */
    record Locked(Why why, String detail) implements Failure {
        public enum Why {
            /** A token that the operator gave has run out. */
            RAN_OUT,
            /** There was to be a new token, and it was refused. */
            NOT_RENEWED,
            /** There was to be a new token, but the tenant answers too many requests now; what asks for it is good. */
            BUSY,
            /** There was to be a new token, but as many as there may be were given out; what asks for it is good. */
            QUOTA
        }
    }

    /** An answer came that cannot be understood. {@code what} names what was expected. */
    record Malformed(String what, String detail) implements Failure {
    }

    /** The operator stopped it. */
    record Cancelled() implements Failure {
    }

    /** A defect or an accident that nobody foresaw. */
    record Unexpected(Throwable cause) implements Failure {
    }

    /** The name in the bundles: {@code unreachable-refused}, {@code timed-out} … */
    default String id() {
        return switch (this) {
            case Unreachable unreachable -> "unreachable-" + switch (unreachable.reason()) {
                case NAME -> "name";
                case REFUSED -> "refused";
                case NO_ROUTE -> "no-route";
                case RESET -> "reset";
                case UNTRUSTED -> "untrusted";
                case TLS -> "tls";
                case PROXY -> "proxy";
            };
            case TimedOut _ -> "timed-out";
            case Refused _ -> "refused";
            case Locked locked -> "locked-" + switch (locked.why()) {
                case RAN_OUT -> "ran-out";
                case NOT_RENEWED -> "not-renewed";
                case BUSY -> "busy";
                case QUOTA -> "quota";
            };
            case Malformed _ -> "malformed";
            case Cancelled _ -> "cancelled";
            case Unexpected _ -> "unexpected";
        };
    }

    /** What is put into the texts of {@link #id()}, in order. Foreign text is cut at 300 characters. */
    default List<String> values() {
        return switch (this) {
            case Unreachable(_, var host, _) -> List.of(host);
            case TimedOut(var host, var after) -> List.of(host, String.valueOf(after.toSeconds()));
            case Refused(var status, var body) -> List.of(String.valueOf(status), Redaction.line(body));
            case Locked(_, var detail) -> List.of(Redaction.line(detail));
            case Malformed(var what, var detail) -> List.of(what, Redaction.line(detail));
            case Cancelled _ -> List.of();
            case Unexpected(var cause) -> List.of(Redaction.line(String.valueOf(cause)));
        };
    }

    static Failure refused(Answer answer) {
        var text = answer.text();
        return new Refused(answer.status(), text.length() > 4096 ? text.substring(0, 4096) : text);
    }

    /** Wraps the failure for a method that returns something else. */
    default FailureException asException(@Nullable Exchange exchange) {
        return new FailureException(this, exchange);
    }
}
