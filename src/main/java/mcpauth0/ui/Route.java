package mcpauth0.ui;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import mcpauth0.setup.Setup;
import org.jspecify.annotations.Nullable;

/** The pages in their order, and which of those of the set-up are done. */
final class Route {

    private final List<Page> steps;
    private final List<Page> beside;
    private final Set<String> done = new HashSet<>();

    Route(List<Page> steps, List<Page> beside) {
        this.steps = steps;
        this.beside = beside;
    }

    /** The pages of the set-up. */
    List<Page> steps() {
        return steps;
    }

    /** Every page, those of the set-up first. */
    List<Page> all() {
        return Stream.concat(steps.stream(), beside.stream()).toList();
    }

    /** Where the window opens. */
    Page home() {
        return beside.getFirst();
    }

    /** @throws IllegalArgumentException where there is none of that name */
    Page page(String id) {
        return all().stream().filter(one -> one.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(id));
    }

    boolean hasStep(Page one) {
        return steps.contains(one);
    }

    boolean done(Page one) {
        return done.contains(one.id());
    }

    void did(Page one) {
        done.add(one.id());
    }

    /** Whether the operator may go there: it is done, or the first that is not. */
    boolean reachable(Page one, Setup setup) {
        return one.wanted(setup) && (done(one) || steps.subList(0, steps.indexOf(one)).stream()
                .allMatch(before -> done(before) || !before.wanted(setup)));
    }

    /** Whether the operator stands behind it or has done something behind it. */
    boolean passedOver(Page one, Page here) {
        return steps.subList(steps.indexOf(one), steps.size()).stream()
                .anyMatch(after -> done(after) || after.equals(here));
    }

    /** The step after that one which has something to ask; empty after the last. */
    Optional<Page> after(Page one, Setup setup) {
        return steps.subList(steps.indexOf(one) + 1, steps.size()).stream().filter(next -> next.wanted(setup))
                .findFirst();
    }

    /** The step before that one which has something to ask; empty before the first. */
    Optional<Page> before(Page one, Setup setup) {
        return steps.subList(0, steps.indexOf(one)).reversed().stream().filter(before -> before.wanted(setup))
                .findFirst();
    }

    /** Everything before that step is done as well; nothing is where there is no such step. */
    void didBefore(@Nullable String id) {
        steps.subList(0, place(id)).forEach(this::did);
    }

    /**
     * Begins a set-up that was left at that step, or before the first: what stands before it is done, and nothing else.
     *
     * @return the step to go on with, which is the next where that one has nothing to ask any more
     */
    Page beginAt(@Nullable String id, Setup setup) {
        var first = steps.subList(place(id), steps.size()).stream().filter(one -> one.wanted(setup)).findFirst()
                .orElse(steps.getFirst());
        done.clear();
        didBefore(first.id());
        return first;
    }

    /** Nothing is done any more. */
    void forget() {
        done.clear();
    }

    /** The first for what is not there. */
    private int place(@Nullable String id) {
        return Math.max(steps.stream().map(Page::id).toList().indexOf(id), 0);
    }
}
