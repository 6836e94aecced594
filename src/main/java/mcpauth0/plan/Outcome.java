package mcpauth0.plan;

import java.util.List;
import mcpauth0.http.Failure;

/** How applying, or undoing, ended. In every case the journal holds what was done. */
public sealed interface Outcome {

    /** Steps that were done, in order. */
    List<String> done();

    /** Everything was written and read back as planned. */
    record Proven(List<String> done) implements Outcome {
    }

    /** The tenant is no longer as it was when the plan was approved; nothing was written. {@code now} is the new plan. */
    record Drifted(Plan now) implements Outcome {
        @Override
        public List<String> done() {
            return List.of();
        }
    }

    /** The access does not allow what the plan needs; nothing was written. */
    record Lacking(List<String> permissions) implements Outcome {
        @Override
        public List<String> done() {
            return List.of();
        }
    }

    /** Another window or process is changing this tenant right now; nothing was written. */
    record Busy() implements Outcome {
        @Override
        public List<String> done() {
            return List.of();
        }
    }

    /** A request failed in the middle; what is in {@code done} stays done until it is undone. */
    record Stopped(String step, Failure failure, List<String> done, List<String> left) implements Outcome {
    }

    /**
     * A step came to a halt although nothing failed: the server said yes, but reading back shows that {@code still} is to
     * be written; or the step cannot be done or undone as things are, and {@code still} is {@link Change.Refused}.
     */
    record NotSettled(String step, Change still, List<String> done, List<String> left) implements Outcome {
    }

    /** The operator cancelled between two changes. */
    record Cancelled(List<String> done, List<String> left) implements Outcome {
    }
}
