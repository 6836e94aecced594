package mcpauth0.ui.part;

import java.util.List;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import mcpauth0.text.Texts;
import mcpauth0.ui.model.Mark;
import mcpauth0.ui.model.TenantModel.Permission;

/** Each permission: whether it is granted, what it is for, and which steps of the set-up use it. */
public final class PermissionTable extends GridPane {

    private final Texts texts;

    public PermissionTable(Texts texts, List<Permission> permissions) {
        this.texts = texts;
        setHgap(16);
        setVgap(8);
        setId("permissions");
        var words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        getColumnConstraints().setAll(fixed(), fixed(), words);
        var row = 0;
        for (var one : permissions) {
            var line = new RowConstraints();
            line.setValignment(VPos.TOP);
            getRowConstraints().add(line);
            addRow(row++, state(one), scope(one), purpose(one));
        }
    }

    private Node state(Permission one) {
        var word = texts.get(one.granted()
                ? "frame.permission.granted"
                : one.undo() ? "frame.permission.undo" : "frame.permission.missing");
        var mark = one.granted() ? Mark.GOOD : one.undo() ? Mark.UNSEEN : Mark.BROKEN;
        var label = new Label(word);
        label.getStyleClass().addAll("word", "word-" + mark.id());
        var granted = new HBox(8, new MarkShape(mark), label);
        granted.setAlignment(Pos.CENTER_LEFT);
        granted.setMaxHeight(USE_PREF_SIZE);
        return granted;
    }

    private static Node scope(Permission one) {
        var scope = new Label(one.scope());
        scope.getStyleClass().add("value");
        return scope;
    }

    private Node purpose(Permission one) {
        var purpose = new VBox(2, Words.body(texts.get("permission." + one.scope() + ".why")));
        var steps = one.need().steps().stream().map(step -> texts.get("step." + step + ".title")).toList();
        if (!steps.isEmpty())
            purpose.getChildren().add(Words.secondary(
                    texts.get(one.undo() ? "frame.permission.back" : "frame.permission.steps",
                            String.join(" · ", steps))));
        return purpose;
    }

    private static ColumnConstraints fixed() {
        var column = new ColumnConstraints();
        column.setMinWidth(USE_PREF_SIZE);
        return column;
    }
}
