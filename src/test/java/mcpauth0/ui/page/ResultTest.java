package mcpauth0.ui.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.AccessibleAction;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import mcpauth0.diagnose.CheckOptions;
import mcpauth0.diagnose.Report;
import mcpauth0.diagnose.Report.Finding;
import mcpauth0.diagnose.Verdict;
import mcpauth0.ui.Rooms;
import mcpauth0.ui.Specimens;
import mcpauth0.ui.Work;
import mcpauth0.ui.model.Card;
import mcpauth0.ui.model.CheckModel;
import mcpauth0.ui.model.Conclusion;
import mcpauth0.ui.model.Dialogue;
import mcpauth0.ui.model.Mark;
import mcpauth0.ui.part.CheckProgress;
import mcpauth0.ui.part.FindingCard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class ResultTest {

    private static final String EXAMPLE = "HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error=\"invalid_token\"";

    private Stage stage;
    private int high = 640;
    private final List<String> cured = new ArrayList<>();

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @Test
    void theRightAnswerUnfoldsOnTheCardAndIsCopiedWhole(FxRobot robot) {
        show(withExample(Specimens.oneBroken()), List.of(), 100);
        var card = robot.lookup("#finding-rs-accepts-wrong-audience").query();
        assertThat(robot.from(card).lookup(".raw").queryAllAs(TextArea.class))
                .noneMatch(area -> area.getParent().isVisible());

        press(robot.from(card).lookup("Show the right answer").query());
        assertThat(robot.from(card).lookup(".raw").queryAs(TextArea.class).getText()).isEqualTo(EXAMPLE);
        press(robot.from(card).lookup(".copy-button").queryAll().stream()
                .filter(node -> node.getAccessibleText().startsWith("Copy: The right answer")).findFirst()
                .orElseThrow());

        assertThat(WaitForAsyncUtils.waitForAsyncFx(5000, () -> Clipboard.getSystemClipboard().getString()))
                .isEqualTo(EXAMPLE);
    }

    @Test
    void theOneAddressIsInSightWhereItDiffersWithTheFirstDifferenceInWords(FxRobot robot) {
        show(Specimens.oneBroken(), List.of(), 100);

        assertThat(robot.lookup("#spellings").queryAs(TitledPane.class).isExpanded()).isTrue();
        assertThat(words(robot))
                .contains("The typed address ends after 24 characters; this goes on with “/”.");
        assertThat(robot.lookup(".spelling-differs").queryAllAs(Label.class)).extracting(Labeled::getText)
                .containsExactly("/");
    }

    @Test
    void whatStopsAClientLeadsToItsCardOrToItsLine(FxRobot robot) {
        show(Specimens.closed(), List.of(), 100);
        assertThat(words(robot)).contains("Connects: Claude", "Fails: ChatGPT",
                "Not known without a sign-in: Claude Code");
        press(robot.lookup("#outlook-reg-dcr-disabled").query());
        assertThat(focused().getId()).isEqualTo("cure-open-registration");

        show(Specimens.healthy(), List.of(), 100);
        press(robot.lookup("#outlook-reg-dcr-disabled").query());
        assertThat(focused()).isInstanceOfSatisfying(TextInputControl.class,
                search -> assertThat(search.getText()).isEqualTo("reg-dcr-disabled"));
    }

    @Test
    void theTokenIsToldSentenceBySentence(FxRobot robot) {
        show(Specimens.healthy(), List.of("Somebody signed in with Google.", "It is good until tomorrow."), 100);
        assertThat(words(robot)).contains("The token from the sign-in", "Somebody signed in with Google.",
                "It is good until tomorrow.");
    }

    @Test
    void whatIsBrokenIsNamedWhileTheRestIsStillLookedAtAndAdviceIsNot() {
        var advice = Specimens.oneBroken().findings().getLast();
        var broken = Specimens.closed().findings().get(4);
        var told = new ArrayList<String>();
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            var shown = new CheckProgress[1];
            var model = new CheckModel(Work.immediate(), Rooms.CLOCK, (_, watcher, _) -> {
                watcher.finds(advice);
                watcher.finds(broken);
                shown[0].lookupAll("#troubles").forEach(box -> collect(box, told));
                return Specimens.closed();
            });
            shown[0] = new CheckProgress(model, Specimens.texts());
            model.start(CheckOptions.of(Specimens.SERVER));
        });
        assertThat(told).containsExactly("Found so far", "Clients cannot register themselves", "Registration");
    }

    @Test
    void theTimeGoesOnForWhoeverComesBackToACheckThatRuns(FxRobot robot) throws Exception {
        var now = new AtomicReference<>(Rooms.CLOCK.instant());
        InstantSource time = now::get;
        var clock = time.withZone(ZoneOffset.UTC);
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            var neverEnds = new Work(_ -> {
                // It goes on.
            }, Runnable::run);
            var model = new CheckModel(neverEnds, clock, (_, _, _) -> Specimens.closed());
            var progress = new CheckProgress(model, Specimens.texts());
            var scene = new Scene(progress, 600, 400);
            stage.setScene(scene);
            stage.show();
            model.start(CheckOptions.of(Specimens.SERVER));
            scene.setRoot(new VBox());
            scene.setRoot(progress);
        });
        now.set(Rooms.CLOCK.instant().plusSeconds(7));
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> words(robot).contains("7.0 s"));
    }

    private static void collect(Node node, List<String> words) {
        if (node instanceof Labeled label)
            words.add(label.getText());
        else if (node instanceof Parent parent)
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, words));
    }

    @Test
    void aCureIsAskedForOnItsCard(FxRobot robot) {
        show(Specimens.closed(), List.of(), 100);
        press(robot.lookup("#cure-open-registration").query());
        assertThat(cured).containsExactly("open-registration");
    }

    @Test
    void theSequenceMarksWhatIsBrokenByShapeAndWordAndSaysWhatOfIt(FxRobot robot) {
        show(Specimens.oneBroken(), List.of(), 100);
        var message = robot.lookup("#sequence-message-7").query();
        assertThat(message.getAccessibleText()).contains("MCP server", "Answer 200", "broken: ");
        assertThat(robot.from(message).lookup(".mark-broken").tryQuery()).isPresent();
        assertThat(robot.from(message).lookup("broken").tryQuery()).isPresent();
        assertThat(Dialogue.of(Specimens.oneBroken()).groups()).filteredOn(group -> group.mark() == Mark.BROKEN)
                .hasSize(1);

        var closed = Specimens.closed();
        show(with(closed, finding -> finding.verdict() instanceof Verdict.Blocked
                ? finding.causedBy("reg-dcr-disabled")
                : finding), List.of(), 100);
        assertThat(robot.lookup("#sequence-message-4").query().getAccessibleText()).contains("It stopped here.");
    }

    @Test
    void manyMessagesAreFoldedUntilTheyAreWanted(FxRobot robot) {
        show(many(150), List.of(), 100);
        assertThat(robot.lookup(".sequence-row").queryAll()).hasSizeLessThan(6);
        press(robot.lookup("#sequence-validation-server").query());
        assertThat(robot.lookup("#sequence-message-150").tryQuery()).isPresent();
    }

    private static Report many(int messages) {
        var healthy = Specimens.healthy();
        return new Report(healthy.target(), healthy.started(), healthy.took(), healthy.findings(), healthy.clients(),
                healthy.spellings(), IntStream.rangeClosed(1, messages)
                        .mapToObj(n -> Specimens.exchange(n, n * 10L, "POST", Specimens.SERVER.value(), 401, 0, 0, 4))
                        .toList());
    }

    private static final int PULSES = 10;

    @Test
    void everythingFitsTheSmallestWindowAtTwiceTheText(FxRobot robot) {
        for (var report : List.of(withExample(Specimens.oneBroken()), Specimens.closed(), Specimens.healthy()))
            for (var percent : List.of(100, 200)) {
                show(report, List.of("Somebody signed in with Google."), percent);
                WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
                    robot.lookup(".titled-pane").queryAllAs(TitledPane.class).forEach(pane -> pane.setExpanded(true));
                    settle();
                });
                // Cells of a list are laid out with the next pulses.
                WaitForAsyncUtils.waitForFxEvents(PULSES);
                var wide = stage.getScene().getWidth();
                assertThat(robot.lookup(".label").queryAllAs(Label.class)).filteredOn(
                        label -> shown(label) && label.lookup(".text") instanceof Text text
                                && !text.getText().equals(label.getText()))
                        .extracting(Label::getText).as("cut off at " + percent).isEmpty();
                assertThat(robot.lookup(node -> node instanceof ButtonBase).queryAllAs(Node.class))
                        .filteredOn(node -> node.localToScene(node.getBoundsInLocal()).getMaxX() > wide)
                        .as("outside at " + percent).isEmpty();
            }
    }

    private static Report withExample(Report report) {
        return with(report, finding -> finding.broken()
                ? new Finding(finding.rule(), finding.verdict(), finding.causedBy(), EXAMPLE)
                : finding);
    }

    /** Verdict, cause and cure first; what is there keeps its place under the reader's eyes and under the keyboard. */
    @Test
    void growsDownwardsAPieceInEachFrameAndNothingThatIsThereMoves(FxRobot robot) {
        high = 180;
        var frames = new ArrayDeque<Runnable>();
        var result = show(Specimens.oneBroken(), List.of(), 100,
                new Work(Runnable::run, Runnable::run, frames::add));
        assertThat(result.getChildren()).hasSize(1);
        frame(frames);
        var card = robot.lookup("#finding-rs-accepts-wrong-audience").query();
        var button = robot.from(card).lookup(".button").<Node>query();
        WaitForAsyncUtils.waitForAsyncFx(5000, button::requestFocus);
        var scroll = (ScrollPane) stage.getScene().getRoot();
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            settle();
            scroll.setVvalue(1);
            settle();
        });
        var before = place(card);
        assertThat(before).as("it is scrolled").isNegative();
        var pieces = 2;
        while (!frames.isEmpty()) {
            var children = result.getChildren().size();
            frame(frames);
            pieces++;
            assertThat(result.getChildren().size() - children).as("at most the two folded ones at the end")
                    .isLessThanOrEqualTo(2);
            // A scroll pane rounds to the pixel whenever its content grows; what comes above would move it by a whole line.
            assertThat(place(card)).as("after piece " + pieces).isCloseTo(before, offset(4.0));
            assertThat(stage.getScene().getFocusOwner()).isEqualTo(button);
        }
        assertThat(pieces).isGreaterThan(5);
        assertThat(robot.lookup(".titled-pane").queryAll()).isNotEmpty();
    }

    @Test
    void aGroupThatIsFoldedWhileItUnfoldsHasEachMessageOnce(FxRobot robot) {
        var frames = new ArrayDeque<Runnable>();
        var work = new Work(Runnable::run, Runnable::run, frames::add);
        var _ = show(many(20), List.of(), 100, work);
        while (!frames.isEmpty())
            frame(frames);
        var group = robot.lookup("#sequence-validation-server").query();
        var rows = group.getParent();
        press(group);
        press(group);
        press(group);
        while (!frames.isEmpty())
            frame(frames);
        var ids = rows.lookupAll(".sequence-button").stream().map(Node::getId).toList();
        assertThat(ids).hasSizeGreaterThan(15).doesNotHaveDuplicates();
    }

    @Test
    void whatAnotherResultReplacesGrowsNoFurther() {
        var frames = new ArrayDeque<Runnable>();
        var work = new Work(Runnable::run, Runnable::run, frames::add);
        var views = new ArrayList<CheckView>();
        var models = new ArrayList<CheckModel>();
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            var model = new CheckModel(work, Rooms.CLOCK, (_, _, _) -> Specimens.oneBroken());
            models.add(model);
            views.add(new CheckView(model, Specimens.texts(), acts(), new VBox(), () -> {
            }, work));
            model.start(CheckOptions.of(Specimens.SERVER));
        });
        while (content(views.getFirst()).isEmpty())
            frame(frames);
        var first = (VBox) content(views.getFirst()).getFirst();
        assertThat(first.getChildren()).hasSize(1);
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> models.getFirst().start(CheckOptions.of(Specimens.SERVER)));
        while (!frames.isEmpty())
            frame(frames);
        assertThat(first.getChildren()).as("what nobody sees").hasSize(1);
        var second = (VBox) content(views.getFirst()).getFirst();
        assertThat(second.getChildren()).hasSizeGreaterThan(3);
    }

    private static List<Node> content(CheckView view) {
        return ((VBox) view.getChildren().getFirst()).getChildren();
    }

    private static void frame(ArrayDeque<Runnable> frames) {
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> frames.remove().run());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private double place(Node node) {
        return WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            settle();
            return node.localToScene(node.getLayoutBounds()).getMinY();
        });
    }

    private static Report with(Report report, UnaryOperator<Finding> change) {
        return new Report(report.target(), report.started(), report.took(),
                report.findings().stream().map(change).toList(), report.clients(), report.spellings(),
                report.exchanges());
    }

    private void show(Report report, List<String> token, int percent) {
        var _ = show(report, token, percent, Work.immediate());
    }

    private Result show(Report report, List<String> token, int percent, Work work) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            var texts = Specimens.texts();
            var read = Conclusion.of(report, texts);
            var result = new Result(
                    new Conclusion(report, read.headline(), read.summary(), read.cards(), read.advice(), read.entries(),
                            read.clients(), token),
                    texts, acts(), work);
            var scroll = new ScrollPane(result);
            scroll.setFitToWidth(true);
            scroll.setStyle("-fx-font-family: Inter; -fx-font-size: " + 14 * percent / 100 + "px");
            var scene = new Scene(scroll, percent == 100 ? 600 : 760, high);
            for (var name : List.of("app.css", "check.css"))
                scene.getStylesheets().add(String.valueOf(Rooms.class.getResource(name)));
            stage.setScene(scene);
            stage.show();
            settle();
            return result;
        });
    }

    private void settle() {
        for (var i = 0; i < 2; i++) {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
        }
    }

    private FindingCard.Acts acts() {
        return new FindingCard.Acts() {
            @Override
            public String cureLabel(String step) {
                return step;
            }

            @Override
            public Node cure(Card card, String step, Runnable closed) {
                cured.add(step);
                return new Label(step);
            }

            @Override
            public ObservableBooleanValue busy() {
                return new SimpleBooleanProperty();
            }

            @Override
            public void open(String url) {
                throw new AssertionError(url);
            }
        };
    }

    private static void press(Node node) {
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            if (node instanceof ButtonBase button)
                button.fire();
            else
                node.executeAccessibleAction(AccessibleAction.FIRE);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Lists keep cells that are not in sight. */
    private static boolean shown(Node node) {
        for (Node each = node; each != null; each = each.getParent())
            if (!each.isVisible())
                return false;
        return true;
    }

    private Node focused() {
        return stage.getScene().getFocusOwner();
    }

    private static String words(FxRobot robot) {
        var all = new StringBuilder();
        robot.lookup(node -> node instanceof Labeled).queryAllAs(Labeled.class)
                .forEach(label -> all.append(label.getText()).append('\n'));
        return all.toString();
    }
}
