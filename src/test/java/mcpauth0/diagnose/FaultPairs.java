package mcpauth0.diagnose;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import mcpauth0.demo.Fault;

/**
 * Every two faults that a practice pair can have at once, in an order whose beginning covers much: first two faults of
 * every two groups, then rounds in which each fault meets one other, as teams in a tournament do.
 */
final class FaultPairs {

    /** Two faults, the one that comes first in the list of all first. */
    record Two(Fault one, Fault other) {

        /** As the property {@code pairs} names it. */
        @Override
        public String toString() {
            return one.id() + "+" + other.id();
        }

        private Set<String> groups() {
            return Set.copyOf(List.of(group(one), group(other)));
        }

        private static String group(Fault fault) {
            return fault.id().substring(0, fault.id().indexOf('-'));
        }
    }

    private final List<Two> inOrder;
    private final int exclusive;

    private FaultPairs(List<Two> inOrder, int exclusive) {
        this.inOrder = List.copyOf(inOrder);
        this.exclusive = exclusive;
    }

    static FaultPairs of(long seed) {
        var meetings = tournament(seed);
        var compatible = meetings.stream().filter(two -> !two.one.excludes(two.other)).toList();
        var groups = new HashSet<Set<String>>();
        var first = new ArrayList<Two>();
        var then = new ArrayList<Two>();
        compatible.forEach(two -> (groups.add(two.groups()) ? first : then).add(two));
        first.addAll(then);
        return new FaultPairs(first, meetings.size() - compatible.size());
    }

    /** Every two faults once: in each round all but the first move on by a seat, and who sit opposite meet. */
    private static List<Two> tournament(long seed) {
        var order = Fault.all();
        var seats = new ArrayList<>(order);
        Collections.shuffle(seats, new Random(seed));
        // With an odd number, who sits opposite the empty seat rests.
        var count = seats.size() + seats.size() % 2;
        var meetings = new ArrayList<Two>();
        for (var round = 0; round < count - 1; round++) {
            for (var at = 0; at < count / 2; at++) {
                var left = at == 0 ? 0 : 1 + (at - 1 + round) % (count - 1);
                var right = 1 + (count - 2 - at + round) % (count - 1);
                if (left < seats.size() && right < seats.size())
                    meetings.add(two(seats.get(left), seats.get(right), order));
            }
        }
        return meetings;
    }

    private static Two two(Fault a, Fault b, List<Fault> order) {
        return order.indexOf(a) < order.indexOf(b) ? new Two(a, b) : new Two(b, a);
    }

    List<Two> all() {
        return inOrder;
    }

    List<Two> first(int count) {
        return inOrder.subList(0, Math.min(count, inOrder.size()));
    }

    /** How many there would be besides, if a pair could have them. */
    int exclusive() {
        return exclusive;
    }
}
