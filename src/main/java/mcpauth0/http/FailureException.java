package mcpauth0.http;

import org.jspecify.annotations.Nullable;

/** Carries a {@link Failure} out of a method that could not give what it promises. */
public final class FailureException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Failure failure;
    private final transient @Nullable Exchange exchange;

    public FailureException(Failure failure, @Nullable Exchange exchange) {
        super(failure.id(), failure instanceof Failure.Unexpected(var cause) ? cause : null);
        this.failure = failure;
        this.exchange = exchange;
    }

    public Failure failure() {
        return failure;
    }

    /** The exchange that failed, where there was one. */
    public @Nullable Exchange exchange() {
        return exchange;
    }
}
