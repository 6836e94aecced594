package mcpauth0.ui.part;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import mcpauth0.text.Texts;
import mcpauth0.ui.model.Mark;

/** Something takes its time, and can be stopped. */
public final class Waiting extends HBox {

    private final Label words;

    public Waiting(Texts texts, String what, Runnable cancel) {
        super(12);
        getStyleClass().add("waiting");
        setId("waiting");
        words = Words.body(what);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        var turning = turning(Platform.getPreferences().isReducedMotion());
        turning.accessibleTextProperty().bind(words.textProperty());
        var stop = new Button(texts.get("frame.stop"));
        stop.setId("cancel-wait");
        stop.setMinWidth(USE_PREF_SIZE);
        stop.setOnAction(_ -> cancel.run());
        getChildren().addAll(turning, words, stop);
        Announcer.sayWhenShown(this, what);
    }

    /**
     * What shows that something goes on.
     *
     * @param still whether the system asks for less motion
     */
    static Node turning(boolean still) {
        return still ? new MarkShape(Mark.RUNNING) : new ProgressIndicator();
    }

    /** It takes its time for another reason now. */
    public void say(String what) {
        words.setText(what);
    }
}
