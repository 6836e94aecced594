package mcpauth0.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import mcpauth0.diagnose.Report.Overall;
import mcpauth0.ui.model.History.Checked;
import mcpauth0.ui.model.History.Looked;
import mcpauth0.ui.model.History.Moved;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {

    private static final Instant THEN = Instant.parse("2026-11-02T09:00:00Z");
    private static final Moved MOVED = new Moved("create-api", "MCP", "name", null, null, null, null);

    @Test
    void theReviewSaysWhatIsInTheTenantAndNotWhatWasLookedAt() {
        says(standing(History.NONE, null, false).review(), Mark.TO_DO, "page.review.step");
        says(standing(new History(THEN, null, null, 5), null, false).review(), Mark.GOOD, "page.review.step.settled");
        says(standing(new History(null, null, null, 2), null, false).review(), Mark.LOOK, "page.review.step.part");
        says(standing(new History(THEN, null, new Looked(THEN, List.of(MOVED)), 5), null, false).review(), Mark.LOOK,
                "page.review.step.moved");
        says(standing(new History(THEN, null, null, 5).takenBack().inPlace(0), null, false).review(), Mark.TO_DO,
                "page.review.step");
        says(standing(new History(THEN, null, null, 5).altered(), null, false).review(), Mark.LOOK,
                "page.review.step.part");
    }

    @ParameterizedTest
    @CsvSource({"HEALTHY, GOOD, healthy", "WARNINGS, LOOK, warnings", "BROKEN, BROKEN, broken",
            "INCONCLUSIVE, LOOK, inconclusive"})
    void theCheckSaysWhatItFoundUntilTheTenantIsChanged(Overall found, Mark mark, String key) {
        says(standing(History.NONE, found, false).check(), mark, "page.check.step." + key);
        says(standing(History.NONE, found, true).check(), Mark.TO_DO, "page.check.step.outdated");
    }

    @Test
    void aCheckOfAnEarlierDayProvesNothingToday() {
        var history = new History(THEN, new Checked(THEN, Overall.HEALTHY, 70, 0, List.of()), null);
        says(standing(History.NONE, null, false).check(), Mark.TO_DO, "page.check.step");
        says(standing(history, null, false).check(), Mark.TO_DO, "page.check.step.before");
        assertThat(standing(history, null, false).check().value()).isEqualTo(THEN.toString());
    }

    @Test
    void whatOnlyACheckCanTellIsNoGoodBeforeIt() {
        for (var passed : List.of(true, false)) {
            assertThat(standing(History.NONE, null, false).configuration(passed).mark()).isEqualTo(Mark.TO_DO);
            assertThat(standing(History.NONE, Overall.BROKEN, false).configuration(passed).mark())
                    .isEqualTo(Mark.TO_DO);
            assertThat(standing(History.NONE, Overall.HEALTHY, false).configuration(passed).mark())
                    .isEqualTo(Mark.GOOD);
        }
        assertThat(standing(History.NONE, null, false).client(true).mark()).isEqualTo(Mark.TO_DO);
        assertThat(standing(History.NONE, Overall.BROKEN, false).client(true).mark()).isEqualTo(Mark.TO_DO);
        assertThat(standing(History.NONE, Overall.HEALTHY, false).client(false).mark()).isEqualTo(Mark.TO_DO);
        assertThat(standing(History.NONE, Overall.HEALTHY, false).client(true).mark()).isEqualTo(Mark.GOOD);
        assertThat(standing(History.NONE, Overall.HEALTHY, true).client(true).mark()).isEqualTo(Mark.TO_DO);
    }

    @Test
    void howManyAreInPlaceOutlivesARestart() {
        var history = new History(THEN, null, null, 3);
        assertThat(History.read(history.write())).isEqualTo(history);
    }

    private static Standing standing(History history, @Nullable Overall found, boolean outdated) {
        return new Standing(history, found, outdated);
    }

    private static void says(Standing.Line line, Mark mark, String key) {
        assertThat(line.mark()).isEqualTo(mark);
        assertThat(line.key()).isEqualTo(key);
    }
}
