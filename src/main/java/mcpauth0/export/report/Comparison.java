package mcpauth0.export.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import mcpauth0.export.report.SavedReport.Ended;
import mcpauth0.export.report.SavedReport.State;
import org.jspecify.annotations.Nullable;

/**
 * Two reports beside one another. What was not looked at the other time is neither better nor worse: it is new, or gone.
 *
 * @param same how many checks ended alike
 */
public record Comparison(SavedReport before, SavedReport after, List<Difference> differences, int same) {

    /** How something differs. Headings are texts {@code compare.<id>}. */
    public enum Kind {
        /** It was good and is not any more. */
        WORSE("worse"),
        /** It was not good and is now. */
        BETTER("better"),
        /** Broken both times. */
        STILL("still"),
        /** It was not looked at before, or could not be seen. */
        NEW("new"),
        /** It was not looked at this time, or cannot be seen any more. */
        GONE("gone");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }
    }

    /** Something that differs, or is still broken. */
    public sealed interface Difference {

        Kind kind();

        /** A check, and how it ended; null where the report does not have it. */
        record OfCheck(Kind kind, String id, String title, @Nullable State before, @Nullable State after)
                implements
                    Difference {

            /** Whether it counts: advice does not. */
            boolean matters() {
                return after == State.BROKEN || after == State.LOOK || after == State.BLOCKED;
            }
        }

        /** What is predicted for a client. */
        record OfClient(Kind kind, String id, String before, String after) implements Difference {
        }
    }

    public Comparison {
        differences = List.copyOf(differences);
    }

    public static Comparison of(SavedReport before, SavedReport after) {
        var differences = new ArrayList<Difference>();
        var old = before.checks();
        var now = after.checks();
        var ids = new LinkedHashSet<>(now.keySet());
        ids.addAll(old.keySet());
        var same = 0;
        for (var id : ids) {
            var was = old.get(id);
            var is = now.get(id);
            var shown = is == null ? was : is;
            var kind = kind(state(was), state(is));
            if (kind.isEmpty() || kind.get() == Kind.STILL)
                same++;
            kind.ifPresent(found -> differences.add(new Difference.OfCheck(found, id,
                    shown == null ? "" : shown.title(), state(was), state(is))));
        }
        var expected = after.clients();
        before.clients().forEach((id, was) -> {
            var is = expected.getOrDefault(id, "unknown");
            if (!is.equals("unknown") && !was.equals("unknown") && !is.equals(was))
                differences.add(
                        new Difference.OfClient(is.equals("fails") ? Kind.WORSE : Kind.BETTER, id, was, is));
        });
        return new Comparison(before, after, differences, same);
    }

    private static @Nullable State state(@Nullable Ended check) {
        return check == null ? null : check.state();
    }

    /** Empty where nothing is to be told. */
    private static Optional<Kind> kind(@Nullable State old, @Nullable State now) {
        if (old == null || now == null)
            return Optional.of(old == null ? Kind.NEW : Kind.GONE);
        if (old.broken() && now.broken())
            return Optional.of(
                    old == now ? Kind.STILL : now.compareTo(old) > 0 ? Kind.WORSE : Kind.BETTER);
        if (old == now || (old.good() && now.good()))
            return Optional.empty();
        if (now == State.UNASKED)
            return Optional.of(Kind.GONE);
        if (old == State.UNASKED)
            return Optional.of(Kind.NEW);
        if (now.good())
            return Optional.of(Kind.BETTER);
        if (old.good())
            return Optional.of(Kind.WORSE);
        return Optional.of(now == State.BLOCKED ? Kind.GONE : Kind.NEW);
    }

    public List<Difference> of(Kind kind) {
        return differences.stream().filter(one -> one.kind() == kind).toList();
    }

    /** Whether something is worse, or found broken that was not looked at before; advice never counts. */
    public boolean worse() {
        return differences.stream().anyMatch(one -> switch (one) {
            case Difference.OfCheck check when check.kind() == Kind.WORSE -> check.matters();
            case Difference.OfCheck check when check.kind() == Kind.NEW ->
                check.matters() && check.after() != State.BLOCKED;
            case Difference.OfCheck _ -> false;
            case Difference.OfClient client -> client.kind() == Kind.WORSE;
        });
    }
}
