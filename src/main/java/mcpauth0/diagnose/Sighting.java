package mcpauth0.diagnose;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What one probe brought home. A probe runs once; what it saw, or why it saw nothing, is remembered. */
public sealed interface Sighting<T> {

    /** @param exchanges numbers of the exchanges in which it was seen */
    record Seen<T>(T value, List<Integer> exchanges) implements Sighting<T> {
        public Seen {
            exchanges = List.copyOf(exchanges);
        }
    }

    /** @param reason text key {@code missing.}, {@code untestable.} or {@code inapplicable.<reason>}, by {@code why} */
    record Unseen<T>(Why why, String reason) implements Sighting<T> {
    }

    /** What not having seen means for a judgement. */
    enum Why {
        /** Something before it did not come about. */
        BLOCKED,
        /** Not asked for, or no desktop can see it. */
        UNTESTABLE,
        /** There is nothing of the kind at this server. */
        INAPPLICABLE
    }

    static <T> Sighting<T> seen(T value, Integer... exchanges) {
        return new Seen<>(value, List.of(exchanges));
    }

    static <T> Sighting<T> blocked(String missing) {
        return new Unseen<>(Why.BLOCKED, missing);
    }

    static <T> Sighting<T> untestable(String reason) {
        return new Unseen<>(Why.UNTESTABLE, reason);
    }

    static <T> Sighting<T> inapplicable(String reason) {
        return new Unseen<>(Why.INAPPLICABLE, reason);
    }

    /** Not seen for the reason for which another was not seen. */
    static <T> Sighting<T> asUnseen(Unseen<?> other) {
        return new Unseen<>(other.why(), other.reason());
    }

    default Optional<T> found() {
        return this instanceof Seen<T>(var value, _) ? Optional.of(value) : Optional.empty();
    }

    /** What follows from it, where it was seen; else what it was not seen for. */
    default <R> Sighting<R> then(Function<T, Sighting<R>> next) {
        return switch (this) {
            case Seen<T>(var value, _) -> next.apply(value);
            case Unseen<T> unseen -> asUnseen(unseen);
        };
    }

    /** The verdict about what was seen; what was not seen is blocked, untestable or inapplicable. */
    default Verdict judge(Function<T, Verdict> judgement) {
        return switch (this) {
            case Seen<T>(var value, _) -> judgement.apply(value);
            case Unseen<T>(var why, var reason) -> switch (why) {
                case BLOCKED -> new Verdict.Blocked(reason);
                case UNTESTABLE -> new Verdict.NotTestableFromHere(reason);
                case INAPPLICABLE -> new Verdict.NotApplicable(reason);
            };
        };
    }
}
