package mcpauth0.ui.part;

import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mcpauth0.text.Texts;
import mcpauth0.ui.model.ReviewModel.Stage;

/** One bar for the whole, and above it what is being done. */
public final class ApplyProgress extends VBox {

    public ApplyProgress(Texts texts, Stage.Working working, Runnable cancel) {
        super(8);
        setId("apply-progress");
        var step = working.current();
        var text = working.pauseSeconds() > 0
                ? texts.get("part.apply.pause", working.pauseSeconds())
                : step == null ? texts.get("part.apply.between") : texts.get("step." + step + ".title");
        var bar = new ProgressBar(working.count() == 0 ? 0 : (working.proven().size() + 0.5) / (working.count() + 1));
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(text);
        HBox.setHgrow(bar, Priority.ALWAYS);
        var stop = new Button(texts.get("part.apply.stop"));
        stop.setId("cancel-wait");
        stop.setMinWidth(USE_PREF_SIZE);
        stop.setOnAction(_ -> cancel.run());
        var line = new HBox(12, bar, stop);
        line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        getChildren().setAll(Words.body(text), line);
    }
}
