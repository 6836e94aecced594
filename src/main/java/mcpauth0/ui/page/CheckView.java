package mcpauth0.ui.page;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import mcpauth0.diagnose.Report;
import mcpauth0.http.Failure;
import mcpauth0.text.Texts;
import mcpauth0.ui.Page.Heading;
import mcpauth0.ui.Work;
import mcpauth0.ui.model.Card;
import mcpauth0.ui.model.CheckModel;
import mcpauth0.ui.model.CheckModel.Phase;
import mcpauth0.ui.model.Conclusion;
import mcpauth0.ui.part.CheckProgress;
import mcpauth0.ui.part.FindingCard;
import mcpauth0.ui.part.Note;
import mcpauth0.ui.part.Words;
import org.jspecify.annotations.Nullable;

/** A check in all of its phases: what will be done, how far it is, what it found. */
final class CheckView extends VBox {

    private final CheckModel model;
    private final Texts texts;
    private final FindingCard.Acts acts;
    private final Node before;
    private final Runnable toReview;
    private final Work work;
    private final VBox content = new VBox(16);
    /** Stays on the page out of sight: to style it takes longer than the frame may in which a check begins. */
    private final CheckProgress progress;
    private @Nullable Result result;
    private @Nullable Card cured;
    private Subscription turning = Subscription.EMPTY;

    /**
     * @param before what is shown until a check is started
     * @param toReview leads to where a cure can be taken back
     */
    CheckView(CheckModel model, Texts texts, FindingCard.Acts acts, Node before, Runnable toReview,
            Work work) {
        super(16);
        this.model = model;
        this.texts = texts;
        this.acts = acts;
        this.before = before;
        this.toReview = toReview;
        this.work = work;
        this.progress = new CheckProgress(model, texts);
        for (var node : List.of(content, progress))
            node.managedProperty().bind(node.visibleProperty());
        getChildren().setAll(content, progress);
        model.phaseProperty().subscribe(this::turn);
    }

    /** The heading and the buttons change in this frame, what is below them in the next: both together take too long. */
    private void turn(Phase phase) {
        turning.unsubscribe();
        if (result != null)
            result.end();
        turning = work.inPieces(List.<Runnable>of(() -> {
        }, () -> show(phase)).iterator());
    }

    /** The finding whose cure the next check is to prove; null for a check of everything. */
    void cured(@Nullable Card finding) {
        cured = finding;
    }

    /** To what was found there; nowhere as long as nothing is shown. */
    void lead(String check) {
        if (result != null && content.getChildren().contains(result))
            result.lead(check);
    }

    /** Whether the cure helped, with the keyboard at it. */
    private void finished(Report report) {
        var finding = cured;
        if (finding == null) {
            content.getChildren().setAll(result(report));
            return;
        }
        var still = report.findings().stream()
                .anyMatch(each -> each.broken() && each.rule().id().equals(finding.rule().id()));
        var key = still ? "page.check.not-cured" : "page.check.cured";
        var note = still
                ? Note.look(texts.get(key, finding.title()), texts.get(key + ".note"))
                : Note.good(texts.get(key, finding.title()), texts.get(key + ".note"));
        var back = new Button(texts.get("page.check.cured.review"));
        back.setId("cured-review");
        back.getStyleClass().add("small");
        back.setOnAction(_ -> toReview.run());
        content.getChildren().setAll(note.and(back), result(report));
        back.requestFocus();
    }

    private Result result(Report report) {
        var made = new Result(Conclusion.of(report, texts), texts, acts, work);
        result = made;
        return made;
    }

    private void show(Phase phase) {
        progress.setVisible(phase instanceof Phase.Running);
        content.setVisible(!progress.isVisible());
        switch (phase) {
            case Phase.Ready _ -> content.getChildren().setAll(before);
            case Phase.Running _ -> content.getChildren().clear();
            case Phase.Finished(var report) -> finished(report);
            case Phase.Stopped(var failure) -> {
                content.getChildren().setAll(trouble(failure), before);
                var last = model.lastProperty().get();
                if (last != null)
                    content.getChildren().add(result(last));
            }
        }
    }

    private Node trouble(Failure failure) {
        var key = "failure." + failure.id();
        var box = new VBox(4, Words.heading(texts.get(key + ".problem", failure.values())),
                Words.body(texts.get(key + ".cause", failure.values())),
                Words.body(texts.get(key + ".cure", failure.values())));
        box.getStyleClass().addAll("panel", failure instanceof Failure.Cancelled ? "panel-note" : "panel-trouble");
        return box;
    }

    /** The title follows the check: what it is about to do, that it runs, what it found. */
    static Heading heading(Phase phase, String page, String target, Texts texts) {
        return switch (phase) {
            case Phase.Ready _ -> Heading.of(texts, page);
            case Phase.Running _ -> new Heading(texts.get("page.check.running", target),
                    texts.get("page." + page + ".lead"));
            case Phase.Finished(var report) -> {
                var conclusion = Conclusion.of(report, texts);
                yield new Heading(conclusion.headline(), conclusion.summary());
            }
            case Phase.Stopped(Failure.Cancelled _) -> new Heading(texts.get("page.check.stopped"),
                    texts.get("page." + page + ".lead"));
            case Phase.Stopped _ -> new Heading(texts.get("page.check.failed"), texts.get("page." + page + ".lead"));
        };
    }
}
