package mcpauth0.ui.part;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mcpauth0.text.Texts;
import mcpauth0.ui.model.Conclusion.Outlook;
import mcpauth0.ui.model.Mark;

/** What the known clients would meet, a line for those that meet the same; what stops them leads to its finding. */
public final class OutlookList extends VBox {

    /** @param leads shows the finding of that check */
    public OutlookList(List<Outlook> outlooks, Texts texts, Consumer<String> leads) {
        super(6);
        getStyleClass().add("panel");
        getChildren().add(Words.heading(texts.get("part.clients")));
        for (var outlook : outlooks)
            getChildren().add(line(outlook, texts, leads));
    }

    private static Node line(Outlook outlook, Texts texts, Consumer<String> leads) {
        var mark = switch (outlook.verdict()) {
            case "connects" -> Mark.GOOD;
            case "elsewhere", "no-browsers" -> Mark.LOOK;
            case "fails" -> Mark.BROKEN;
            default -> Mark.UNSEEN;
        };
        var shape = new MarkShape(mark);
        shape.getStyleClass().add("status-small");
        var check = outlook.failsAt();
        var words = new VBox(2,
                Words.body(texts.get("part.clients." + outlook.verdict(), String.join(", ", outlook.names()))));
        if (check != null) {
            var link = new Hyperlink(texts.get("check." + check + ".title"));
            link.setId("outlook-" + check);
            link.setWrapText(true);
            link.setMinHeight(USE_PREF_SIZE);
            link.setAccessibleText(texts.get("part.clients.show", texts.get("check." + check + ".title")));
            link.setOnAction(_ -> leads.accept(check));
            words.getChildren().add(link);
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        return new HBox(8, shape, words);
    }
}
