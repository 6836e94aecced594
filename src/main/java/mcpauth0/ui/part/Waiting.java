package mcpauth0.ui.part;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import mcpauth0.text.Texts;

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
        var turning = new ProgressIndicator();
        turning.accessibleTextProperty().bind(words.textProperty());
        var stop = new Button(texts.get("frame.stop"));
        stop.setId("cancel-wait");
        stop.setMinWidth(USE_PREF_SIZE);
        stop.setOnAction(_ -> cancel.run());
        getChildren().addAll(turning, words, stop);
        Announcer.sayWhenShown(this, what);
    }

    /** It takes its time for another reason now. */
    public void say(String what) {
        words.setText(what);
    }
}
