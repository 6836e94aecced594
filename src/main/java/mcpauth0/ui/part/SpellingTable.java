package mcpauth0.ui.part;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import mcpauth0.diagnose.Spelling;
import mcpauth0.text.Texts;

/**
 * The one string in all its places, below one another. The first character that differs from what was typed is
 * underlined, has a caret below it, and is told in words.
 */
public final class SpellingTable extends VBox {

    /** @param spellings the typed address first */
    public SpellingTable(List<Spelling> spellings, Texts texts) {
        super(8);
        getStyleClass().add("spellings");
        var typed = spellings.getFirst().value();
        for (var one : spellings)
            getChildren().add(row(one, typed, texts));
    }

    private static Node row(Spelling one, String typed, Texts texts) {
        var place = texts.get("spelling." + one.place());
        var flow = new TextFlow();
        flow.setAccessibleRole(AccessibleRole.TEXT);
        var at = one.differsAt();
        var value = one.value();
        var box = new VBox(2, Words.secondary(place), flow);
        if (at < 0) {
            flow.getChildren().add(mono(value));
            flow.setAccessibleText(place + ": " + value);
            return box;
        }
        var ends = at >= value.length();
        flow.getChildren().addAll(mono(value.substring(0, Math.min(at, value.length()))),
                marked(ends ? "\u00a0" : value.substring(at, at + 1)), mono(ends ? "" : value.substring(at + 1)));
        var words = words(at, value, typed, texts);
        flow.setAccessibleText(place + ": " + value + ". " + words);
        box.getChildren().add(Words.body(words));
        return box;
    }

    private static String words(int at, String value, String typed, Texts texts) {
        if (at >= value.length())
            return texts.get("part.spelling.ends", at, typed.substring(at));
        return at >= typed.length()
                ? texts.get("part.spelling.goes-on", at, value.substring(at))
                : texts.get("part.spelling.other", at + 1, value.substring(at, at + 1),
                        typed.substring(at, at + 1));
    }

    private static Node marked(String character) {
        var above = new Label(character);
        above.getStyleClass().addAll("value", "spelling-differs");
        var caret = new Label("▲");
        caret.getStyleClass().add("spelling-caret");
        var mark = new VBox(above, caret);
        mark.setAlignment(Pos.TOP_CENTER);
        return mark;
    }

    private static Text mono(String text) {
        var run = new Text(text);
        run.getStyleClass().addAll("fact-value", "value");
        return run;
    }
}
