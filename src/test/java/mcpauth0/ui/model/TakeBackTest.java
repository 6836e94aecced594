package mcpauth0.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.SetChangeListener;
import mcpauth0.plan.Change;
import mcpauth0.plan.Journal;
import mcpauth0.plan.Reversal;
import org.junit.jupiter.api.Test;

/** What is chosen to be taken back. */
class TakeBackTest {

    /** The boxes on the page are ticked by whoever listens. */
    @Test
    void whoeverWatchesWhatIsWantedIsToldHoweverLongThePageHasStood() {
        var takeBack = new TakeBack(List.of(reversal("open-registration")));
        var told = new ArrayList<String>();
        takeBack.wanted().addListener((SetChangeListener<String>) change -> told.add(change.getElementAdded()));
        collected();
        takeBack.wantAll();
        assertThat(told).containsExactly("change-open-registration");
    }

    private static void collected() {
        var witness = new WeakReference<>(new Object());
        while (witness.get() != null)
            System.gc();
    }

    private static Reversal reversal(String step) {
        var change = new Change.Write("target", List.of(), List.of(), List.of(), List.of());
        return new Reversal(new Journal.Entry("change-" + step, step, "target", Instant.EPOCH, Journal.State.DONE,
                change, null), change);
    }
}
