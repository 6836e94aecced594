package mcpauth0.auth0;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mcpauth0.plan.Journal;
import org.jspecify.annotations.Nullable;

/**
 * Something that this program made in a tenant, and be it again.
 *
 * @param kind what it is
 * @param path below {@code /api/v2/}
 * @param name as its owner calls it
 * @param at when it was made; null where nobody wrote that down
 * @param there whether it is still in the tenant
 */
public record Creation(Kind kind, String path, String name, @Nullable Instant at, boolean there) {

    /** Texts: {@code trace.<id>}. */
    public enum Kind {
        API, GRANT, CONNECTION, APPLICATION, ROLE, OTHER, TEST_CLIENT, DECOY,
        /** It stood there before this program, which deleted it and made it again. */
        RESTORED;

        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** The last part of the path. */
    public String id() {
        return path.substring(path.indexOf('/') + 1);
    }

    /**
     * Everything, the oldest first.
     *
     * @param testClients ids of the clients that were registered to test, with when, where that is known
     */
    public static List<Creation> find(List<Journal.Entry> entries, Map<String, Instant> testClients, Snapshot now) {
        var creations = new ArrayList<Creation>();
        for (var entry : entries) {
            if (entry.step().equals(Decoy.KIND.step()))
                creations.addAll(makeshift(Kind.DECOY, Decoy.KIND, entry, now));
            else if (entry.step().equals(TestClient.KIND.step()))
                creations.addAll(makeshift(Kind.TEST_CLIENT, TestClient.KIND, entry, now));
            else if (entry.step().equals(Retirement.STEP))
                retiredAndBack(entry, creations, now).ifPresent(creations::add);
            else
                traces(entry).flatMap(trace -> ofStep(entry, trace, now).stream()).forEach(creations::add);
        }
        testClients.forEach((id, at) -> {
            var path = Part.CLIENTS.path() + "/" + id;
            var client = now.object(path);
            creations.add(new Creation(Kind.TEST_CLIENT, path, client == null ? id : client.path("name").asText(),
                    at.equals(Instant.EPOCH) ? null : at, client != null));
        });
        return List.copyOf(creations);
    }

    private static List<Creation> makeshift(Kind kind, Makeshift.Kind of, Journal.Entry entry, Snapshot now) {
        return switch (entry.state()) {
            case OPEN, DONE -> of.traces().apply(now, entry.target()).stream()
                    .map(path -> new Creation(kind, path, entry.target(), entry.at(), true)).toList();
            case FAILED, UNDONE -> List.of();
        };
    }

    private static Stream<Trace> traces(Journal.Entry entry) {
        var receipt = entry.receipt();
        return receipt == null ? Stream.empty() : receipt.path("edits").valueStream().map(Trace::of);
    }

    /** What was taken back is gone, unless somebody chose to keep it; what was deleted for a change is back then. */
    private static Optional<Creation> ofStep(Journal.Entry entry, Trace trace, Snapshot now) {
        var back = entry.state() == Journal.State.UNDONE;
        return switch (trace.kind()) {
            case MADE -> Optional.of(made(entry, trace.path(), now))
                    .filter(made -> !back || now.object(trace.path()) != null);
            case REMOVED -> back
                    ? trace.again(now).map(path -> new Creation(Kind.RESTORED, path, entry.target(), null, true))
                    : Optional.empty();
            case ALTERED, ADDED -> Optional.empty();
        };
    }

    /** An application of this program's own stays its own. */
    private static Optional<Creation> retiredAndBack(Journal.Entry entry, List<Creation> earlier, Snapshot now) {
        var own = earlier.stream().anyMatch(one -> one.path.equals(Retirement.path(entry)));
        return entry.state() == Journal.State.UNDONE
                ? Retirement.again(entry, now)
                        .map(client -> new Creation(own ? Kind.APPLICATION : Kind.RESTORED,
                                Part.CLIENTS.path() + "/" + client.id(), client.name(), null, true))
                : Optional.empty();
    }

    private static Creation made(Journal.Entry entry, String path, Snapshot now) {
        var unseen = path.startsWith(Part.ROLES.path() + "/") && now.directory().roles().isEmpty();
        return new Creation(kind(path), path, entry.target(), entry.at(), unseen || now.object(path) != null);
    }

    /** Whether it would not be in the tenant without this program: what was restored would. */
    public boolean own() {
        return kind != Kind.RESTORED;
    }

    private static Kind kind(String path) {
        return Part.of(path).map(part -> switch (part) {
            case APIS -> Kind.API;
            case GRANTS -> Kind.GRANT;
            case CONNECTIONS -> Kind.CONNECTION;
            case CLIENTS -> Kind.APPLICATION;
            case ROLES -> Kind.ROLE;
            default -> Kind.OTHER;
        }).orElse(Kind.OTHER);
    }
}
