package mcpauth0.ui.page;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
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
    private final CheckProgress progress;
    private @Nullable Result result;
    private @Nullable Card cured;

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
        model.phaseProperty().subscribe(this::show);
    }

    /** The finding whose cure the next check is to prove; null for a check of everything. */
    void cured(@Nullable Card finding) {
        cured = finding;
    }

    /** To what was found there; nowhere as long as nothing is shown. */
    void lead(String check) {
        if (result != null && getChildren().contains(result))
            result.lead(check);
    }

    /** Whether the cure helped, with the keyboard at it. */
    private void finished(Report report) {
        var finding = cured;
        if (finding == null) {
            getChildren().setAll(result(report));
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
        getChildren().setAll(note.and(back), result(report));
        back.requestFocus();
    }

    private Result result(Report report) {
        var made = new Result(Conclusion.of(report, texts), texts, acts, work);
        result = made;
        return made;
    }

    private void show(Phase phase) {
        if (result != null)
            result.end();
        switch (phase) {
            case Phase.Ready _ -> getChildren().setAll(before);
            case Phase.Running _ -> getChildren().setAll(progress);
            case Phase.Finished(var report) -> finished(report);
            case Phase.Stopped(var failure) -> {
                getChildren().setAll(trouble(failure), before);
                var last = model.lastProperty().get();
                if (last != null)
                    getChildren().add(result(last));
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
