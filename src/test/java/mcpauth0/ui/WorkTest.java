package mcpauth0.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is done in pieces leaves room between them, and ends when it is no longer wanted. */
class WorkTest {

    private final ArrayDeque<Runnable> frames = new ArrayDeque<>();
    private final Work work = new Work(Runnable::run, Runnable::run, frames::add);
    private final List<String> done = new ArrayList<>();

    @Test
    void doesTheFirstPieceAtOnceAndOneInEachFrame() {
        var _ = work.inPieces(pieces("a", "b", "c").iterator());
        assertThat(done).containsExactly("a");
        frame();
        assertThat(done).containsExactly("a", "b");
        frame();
        assertThat(done).containsExactly("a", "b", "c");
        assertThat(frames).as("nothing waits for nothing").isEmpty();
    }

    @Test
    void whatIsNotWantedAnyMoreIsNotDone() {
        var growing = work.inPieces(pieces("a", "b", "c").iterator());
        frame();
        growing.unsubscribe();
        frame();
        assertThat(done).containsExactly("a", "b");
        assertThat(frames).isEmpty();
    }

    @Test
    void withoutFramesEverythingIsThereAtOnce() {
        var _ = Work.immediate().inPieces(pieces("a", "b", "c").iterator());
        assertThat(done).containsExactly("a", "b", "c");
        var _ = Work.immediate().inPieces(pieces().iterator());
        assertThat(done).hasSize(3);
    }

    @Test
    void newsThatCameBetweenTwoFramesAreToldWithTheNext() {
        work.onNextFrame(() -> done.add("news"));
        assertThat(done).isEmpty();
        frame();
        assertThat(done).containsExactly("news");
    }

    private Stream<Runnable> pieces(String... names) {
        return Stream.of(names).map(name -> () -> done.add(name));
    }

    private void frame() {
        frames.remove().run();
    }
}
