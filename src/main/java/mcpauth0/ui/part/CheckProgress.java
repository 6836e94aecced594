package mcpauth0.ui.part;

import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import mcpauth0.diagnose.Report;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Verdict;
import mcpauth0.http.Exchange;
import mcpauth0.http.Redaction;
import mcpauth0.text.Texts;
import mcpauth0.ui.model.CheckModel;
import mcpauth0.ui.model.Conclusion;
import mcpauth0.ui.model.Mark;
import org.jspecify.annotations.Nullable;

/** A check under way: the stations as they finish, what was asked last, how long it has taken, whom it waits for. */
public final class CheckProgress extends VBox {

    private final Texts texts;

    public CheckProgress(CheckModel model, Texts texts) {
        super(16);
        this.texts = texts;
        var stations = new Stations(texts);
        model.wayProperty().subscribe(stations::show);
        var asked = Words.body("");
        asked.setAccessibleRole(AccessibleRole.TEXT);
        model.heardProperty().subscribe(exchange -> {
            asked.setText(last(exchange));
        });
        var elapsed = Words.secondary("");
        var clock = new Timeline(new KeyFrame(Duration.millis(200), _ -> elapsed
                .setText(texts.get("page.check.elapsed", Conclusion.seconds(model.elapsed())))));
        clock.setCycleCount(Animation.INDEFINITE);
        sceneProperty().subscribe(_ -> run(clock, model));
        model.phaseProperty().subscribe(_ -> run(clock, model));
        var now = new VBox(4, asked, elapsed);
        now.getStyleClass().add("panel");
        var waiting = new VBox(8);
        waiting.managedProperty().bind(waiting.visibleProperty());
        model.signInProperty().subscribe(signIn -> {
            waiting.setVisible(signIn != null);
            waiting.getChildren().clear();
            if (signIn != null)
                waiting.getChildren().add(waiting(signIn));
        });
        var troubles = new VBox(6);
        troubles.setId("troubles");
        troubles.getStyleClass().add("panel");
        troubles.managedProperty().bind(troubles.visibleProperty());
        model.wayProperty().subscribe(way -> tell(way.troubles(), troubles));
        getChildren().addAll(stations, waiting, now, troubles);
    }

    /** The time goes on while somebody can see it, also after they were on another page. */
    private void run(Timeline clock, CheckModel model) {
        if (model.running() && getScene() != null)
            clock.play();
        else
            clock.stop();
    }

    /** A line for each, as soon as it is certain; causes and cures stand in the result. */
    private void tell(List<Report.Finding> found, VBox troubles) {
        var told = Math.max(0, troubles.getChildren().size() - 1);
        troubles.setVisible(!found.isEmpty());
        if (found.isEmpty())
            troubles.getChildren().clear();
        else if (troubles.getChildren().isEmpty())
            troubles.getChildren().add(Words.heading(texts.get("page.check.found")));
        found.stream().skip(told).forEach(finding -> troubles.getChildren().add(line(finding)));
    }

    private Node line(Report.Finding finding) {
        var error = finding.verdict() instanceof Verdict.Broken broken && broken.severity() == Rule.Severity.ERROR;
        var mark = error ? Mark.BROKEN : Mark.LOOK;
        var title = Words.body(texts.get("check." + finding.rule().id() + ".title"));
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        var word = new Label(texts.get("station." + finding.rule().station().id()));
        word.getStyleClass().add("secondary");
        word.setMinWidth(USE_PREF_SIZE);
        return new HBox(8, new MarkShape(mark), title, word);
    }

    private Node waiting(CheckModel.SignIn signIn) {
        var key = signIn.opened() ? "page.check.waiting" : "page.check.waiting.unopened";
        var box = new VBox(8, Words.heading(texts.get(key)), Words.body(texts.get(key + ".cause")),
                new CopyField(texts, texts.get("page.check.waiting.address"), signIn.address(), ""));
        var story = signIn.story();
        if (story != null)
            box.getChildren().add(Note.look(texts.get(story.key("problem"), story.values()),
                    texts.get(story.key("cause"), story.values()) + " "
                            + texts.get(story.key("cure"), story.values())));
        else if (signIn.logged())
            box.getChildren().add(Words.secondary(texts.get("page.check.waiting.log")));
        box.getStyleClass().addAll("panel", "panel-waiting");
        return box;
    }

    private String last(@Nullable Exchange exchange) {
        if (exchange == null)
            return texts.get("page.check.asked.none");
        return texts.get("page.check.asked", exchange.request().method() + " "
                + Redaction.url(exchange.request().url()) + (exchange.status() > 0 ? " · " + exchange.status() : ""));
    }
}
