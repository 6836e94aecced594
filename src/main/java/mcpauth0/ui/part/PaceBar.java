package mcpauth0.ui.part;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mcpauth0.text.Texts;
import mcpauth0.ui.model.Pace;

/** One bar for several things that are done one by one, above it which it is, and a button that stays while they go on. */
public final class PaceBar extends VBox {

    private final Texts texts;
    private final Label text = Words.body("");
    private final ProgressBar bar = new ProgressBar();

    /** @param stop the label of the button that stops between two */
    public PaceBar(Texts texts, String stop, Runnable cancel) {
        super(8);
        this.texts = texts;
        setId("pace-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.accessibleTextProperty().bind(text.textProperty());
        HBox.setHgrow(bar, Priority.ALWAYS);
        var button = new Button(stop);
        button.setId("cancel-wait");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> cancel.run());
        var line = new HBox(12, bar, button);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(text, line);
    }

    public void show(Pace pace) {
        text.setText(words(pace));
        bar.setProgress(pace.count() == 0 ? 0 : (pace.done().size() + 0.5) / (pace.count() + 1));
    }

    private String words(Pace pace) {
        if (pace.pauseSeconds() > 0)
            return texts.get("part.pace.pause", pace.pauseSeconds());
        if (pace.current().isEmpty())
            return texts.get("part.pace.between");
        var step = "step." + pace.current() + ".title";
        return texts.get("part.pace.now", pace.done().size() + 1, pace.count(),
                texts.has(step) ? texts.get(step) : pace.current());
    }
}
