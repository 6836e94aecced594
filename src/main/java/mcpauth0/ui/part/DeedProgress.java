package mcpauth0.ui.part;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mcpauth0.text.Texts;
import mcpauth0.ui.model.CareModel.Stage;

/** One bar for several things that are done one by one, and above it which it is. */
public final class DeedProgress extends VBox {

    public DeedProgress(Texts texts, Stage.Working working, Runnable cancel) {
        super(8);
        setId("deed-progress");
        var step = "step." + working.current() + ".title";
        var current = texts.has(step) ? texts.get(step) : working.current();
        var text = working.pauseSeconds() > 0
                ? texts.get("part.apply.pause", working.pauseSeconds())
                : current.isEmpty()
                        ? texts.get("part.apply.between")
                        : texts.get("part.deed.now", working.index() + 1, working.count(), current);
        var bar = new ProgressBar(working.count() == 0 ? 0 : (working.index() + 0.5) / (working.count() + 1));
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(text);
        HBox.setHgrow(bar, Priority.ALWAYS);
        var stop = new Button(texts.get("part.deed.stop"));
        stop.setId("cancel-wait");
        stop.setMinWidth(USE_PREF_SIZE);
        stop.setOnAction(_ -> cancel.run());
        var line = new HBox(12, bar, stop);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(Words.body(text), line);
    }
}
