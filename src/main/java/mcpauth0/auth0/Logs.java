package mcpauth0.auth0;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mcpauth0.http.Failure;
import mcpauth0.http.FailureException;

/**
 * A tenant's log. Auth0 keeps it for one day on a free plan and up to thirty on others, writes it with some delay, and
 * finds at most {@value #MOST} events per search.
 */
public final class Logs {

    public static final String PERMISSION = "read:logs";

    static final int MOST = 1000;

    private static final int PAGE = 100;

    private final Tenant tenant;

    private Logs(Tenant tenant) {
        this.tenant = tenant;
    }

    /** Empty where the access does not allow it. */
    public static Optional<Logs> of(Tenant tenant) {
        return tenant.permissions().contains(PERMISSION) ? Optional.of(new Logs(tenant)) : Optional.empty();
    }

    /** The application that this program's own operations stand under; empty where its token does not tell. */
    String ownClient() {
        return tenant.clientId();
    }

    /** The newest event, from whose id {@link #since} goes on. */
    public Optional<LogEvent> newest() throws FailureException {
        return search("", 1).stream().findFirst();
    }

    /** The oldest event that is still kept. */
    public Optional<LogEvent> oldest() throws FailureException {
        return page("sort=date:1&page=0&per_page=1").stream().findFirst();
    }

    /**
     * Events that came after the checkpoint, oldest first, {@value #MOST} at most.
     *
     * @param checkpoint id of an event; empty for the newest hundred
     */
    public List<LogEvent> since(String checkpoint) throws FailureException {
        if (checkpoint.isEmpty())
            return search("", PAGE).reversed();
        var events = new ArrayList<LogEvent>();
        var from = checkpoint;
        while (events.size() < MOST) {
            var page = page("from=" + encoded(from) + "&take=" + PAGE);
            events.addAll(page);
            if (page.size() < PAGE)
                break;
            from = page.getLast().id();
        }
        return List.copyOf(events);
    }

    /**
     * Events that fit, the newest first.
     *
     * @param query in Auth0's subset of the Lucene syntax; empty for all
     * @param atMost how many are wanted, up to {@value #MOST}
     */
    public List<LogEvent> search(String query, int atMost) throws FailureException {
        return search(query, atMost, Instant.EPOCH);
    }

    /** @param after events that are not newer are not wanted, and end the search */
    List<LogEvent> search(String query, int atMost, Instant after) throws FailureException {
        var events = new ArrayList<LogEvent>();
        var size = Math.min(atMost, PAGE);
        for (var page = 0; events.size() < Math.min(atMost, MOST); page++) {
            var found = page((query.isEmpty() ? "" : "q=" + encoded(query) + "&") + "sort=date:-1&page=" + page
                    + "&per_page=" + size);
            events.addAll(found);
            if (found.size() < size || !found.getLast().date().isAfter(after))
                break;
        }
        events.removeIf(event -> event.date().isBefore(after));
        return List.copyOf(events);
    }

    private List<LogEvent> page(String query) throws FailureException {
        var answer = tenant.read("logs?" + query);
        var found = answer.isArray() ? answer : answer.path("logs");
        if (!found.isArray())
            throw new Failure.Malformed("list", "logs").asException(null);
        return found.valueStream().filter(JsonNode::isObject).map(LogEvent::of).toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
