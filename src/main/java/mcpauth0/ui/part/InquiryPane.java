package mcpauth0.ui.part;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import mcpauth0.diagnose.client.AccessLog;
import mcpauth0.text.Texts;
import mcpauth0.ui.model.Inquiry;

/** “It did not work”: folded away until it is wanted; then asks what the client showed, and answers below. */
public final class InquiryPane extends VBox {

    private final Inquiry inquiry;
    private final Supplier<String> client;
    private final TextArea shown = area(3, 4000);
    private final TextArea log = area(6, AccessLog.MOST);
    private final Field message;

    /**
     * @param client id of the client that is asked about
     * @param leads shows the finding of that check
     * @param choose makes another client the one that is asked about
     */
    public InquiryPane(Texts texts, Inquiry inquiry, Supplier<String> client, Consumer<String> leads,
            Consumer<String> choose) {
        super(12);
        this.inquiry = inquiry;
        this.client = client;
        message = new Field("inquiry-shown", texts.get("inquiry.shown"), texts.get("inquiry.shown.note"), shown);
        var lines = new Field("inquiry-log", texts.get("inquiry.lines.field"), texts.get("inquiry.lines.note"), log);
        var ask = new Button(texts.get("inquiry.ask"));
        ask.setId("inquiry-ask");
        ask.setOnAction(_ -> ask(texts));
        var place = new VBox(12);
        var questions = new VBox(12, message, lines, ask, place);
        var open = new ToggleButton(texts.get("inquiry.open"));
        open.setId("inquiry-open");
        questions.visibleProperty().bind(open.selectedProperty());
        questions.managedProperty().bind(questions.visibleProperty());
        open.selectedProperty().subscribe((_, now) -> {
            if (now)
                shown.requestFocus();
        });
        inquiry.busyProperty().subscribe(busy -> {
            if (busy)
                place.getChildren().setAll(new Waiting(texts, texts.get("inquiry.busy"), inquiry::cancel));
            else
                place.getChildren().removeIf(Waiting.class::isInstance);
        });
        inquiry.answerProperty().subscribe(answer -> {
            place.getChildren().clear();
            if (answer != null) {
                var view = new ExplanationView(answer, texts, leads, other -> {
                    choose.accept(other);
                    ask(texts);
                });
                place.getChildren().add(view);
                view.requestFocus();
            }
        });
        getChildren().setAll(open, questions);
    }

    private void ask(Texts texts) {
        message.complain("");
        if (shown.getText().isBlank() && log.getText().isBlank()) {
            message.complain(texts.get("inquiry.empty"));
            shown.requestFocus();
        } else
            inquiry.ask(client.get(), shown.getText(), log.getText());
    }

    /** @param most characters that are kept, the last ones */
    private static TextArea area(int rows, int most) {
        var area = new TextArea();
        area.setTextFormatter(new TextFormatter<>(change -> {
            var text = change.getText();
            var room = most - (change.getControlNewText().length() - text.length());
            if (text.length() > room) {
                change.setText(text.substring(text.length() - Math.max(0, room)));
                change.selectRange(change.getRangeStart() + change.getText().length(),
                        change.getRangeStart() + change.getText().length());
            }
            return change;
        }));
        area.setPrefRowCount(rows);
        area.setWrapText(true);
        return area;
    }
}
