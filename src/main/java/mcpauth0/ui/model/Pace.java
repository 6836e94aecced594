package mcpauth0.ui.model;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import mcpauth0.plan.Progress;
import mcpauth0.ui.Work;

/**
 * How far something is that is done one by one.
 *
 * @param done what is dealt with, in its order: ids of steps, names of applications
 * @param current what is being done; empty between two
 * @param count how many there are; 0 while that is not known
 * @param pauseSeconds what the tenant's limit on requests costs; 0 for nothing
 */
public record Pace(List<String> done, String current, int count, long pauseSeconds) {

    public Pace {
        done = List.copyOf(done);
    }

    /** @param earlier what was dealt with before it stopped and went on; {@code count} is without it */
    static Pace start(List<String> earlier, int count) {
        return new Pace(earlier, "", earlier.size() + count, 0);
    }

    /** Brings the news of whoever does it to the screen. */
    Progress told(Work work, Consumer<Pace> news) {
        return new Telling(this, work, news);
    }

    static long seconds(Duration pause) {
        return Math.max(1, pause.toSeconds());
    }

    /** Told on one thread alone, that of whoever does it. */
    private static final class Telling implements Progress {

        private final int earlier;
        private final Work work;
        private final Consumer<Pace> news;
        private Pace now;

        Telling(Pace start, Work work, Consumer<Pace> news) {
            this.now = start;
            this.earlier = start.done.size();
            this.work = work;
            this.news = news;
        }

        @Override
        public void starting(String one, int index, int count) {
            tell(new Pace(now.done, one, earlier + count, 0));
        }

        @Override
        public void proven(String one, int index, int count) {
            tell(new Pace(Stream.concat(now.done.stream(), Stream.of(one)).toList(), "", earlier + count, 0));
        }

        @Override
        public void waiting(Duration pause) {
            tell(new Pace(now.done, now.current, now.count, seconds(pause)));
        }

        private void tell(Pace next) {
            now = next;
            work.onScreen(() -> news.accept(next));
        }
    }
}
