package mcpauth0.ui.model;

import java.util.List;
import mcpauth0.auth0.Complaint;
import mcpauth0.auth0.ManagementAccess.Entry;
import mcpauth0.http.Exchange;
import mcpauth0.http.Failure;
import mcpauth0.http.FailureException;
import mcpauth0.setup.Parsed;
import org.jspecify.annotations.Nullable;

/**
 * Something went wrong, in a form that can be shown: texts {@code <key>.problem}, {@code .cause} and {@code .cure}, into
 * which the values are put, and the exchange behind it where there was one.
 */
public record Trouble(String key, List<String> values, @Nullable Exchange exchange) {

    public Trouble {
        values = List.copyOf(values);
    }

    public static Trouble of(Parsed.Bad<?> bad) {
        return new Trouble("input." + bad.id(), bad.values(), null);
    }

    public static Trouble of(Failure failure, @Nullable Exchange exchange) {
        return new Trouble("failure." + failure.id(), failure.values(), exchange);
    }

    /** Of a call to the Management API, whose refusals have sentences of their own. */
    public static Trouble ofTenant(Failure failure, @Nullable Exchange exchange) {
        return new Trouble(Complaint.key(failure), Complaint.values(failure), exchange);
    }

    /** Whatever work with the Management API threw. */
    public static Trouble ofTenant(Throwable thrown) {
        return thrown instanceof FailureException e ? ofTenant(e.failure(), e.exchange()) : of(thrown);
    }

    public static Trouble of(Entry.Closed closed) {
        return new Trouble("access." + closed.id(), closed.values(), null);
    }

    /** Whatever work threw. */
    public static Trouble of(Throwable thrown) {
        return switch (thrown) {
            case FailureException e -> of(e.failure(), e.exchange());
            case InterruptedException _ -> of(new Failure.Cancelled(), null);
            default -> of(new Failure.Unexpected(thrown), null);
        };
    }
}
