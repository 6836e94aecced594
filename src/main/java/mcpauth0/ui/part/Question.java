package mcpauth0.ui.part;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/**
 * Asks before something is done that cannot simply be taken back. The yes is a button of its own, which no later click of
 * a double click can press, and the keyboard begins on the no.
 */
public final class Question extends VBox {

    private final Button no;

    /**
     * @param id of the question; its buttons are {@code <id>-no} and {@code <id>-yes}
     * @param title what is asked
     * @param note what a yes means
     */
    public Question(String id, String title, String note, Answer no, Answer yes) {
        setId(id + "-question");
        this.no = button(id + "-no", no);
        this.no.setCancelButton(true);
        var sure = button(id + "-yes", yes);
        sure.getStyleClass().add(Styles.DANGER);
        sure.addEventFilter(MouseEvent.MOUSE_PRESSED, press -> {
            if (press.getClickCount() > 1)
                press.consume();
        });
        getChildren().setAll(Note.look(title, note).and(new FlowPane(8, 8, this.no, sure)));
    }

    /** A button: what it says, and what it does. */
    public record Answer(String words, Runnable deed) {
    }

    private static Button button(String id, Answer answer) {
        var button = new Button(answer.words());
        button.setId(id);
        button.setWrapText(true);
        button.setMinHeight(USE_PREF_SIZE);
        button.setOnAction(_ -> answer.deed().run());
        return button;
    }

    /** It is in sight: gives the keyboard to the no. */
    public void begin() {
        no.requestFocus();
    }
}
