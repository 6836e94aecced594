package mcpauth0.ui.part;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import mcpauth0.text.Texts;
import mcpauth0.ui.model.Mark;
import mcpauth0.ui.model.TenantModel.Permission;

/** Each permission: whether it is granted, and what it is for. */
public final class PermissionTable extends GridPane {

    public PermissionTable(Texts texts, List<Permission> permissions) {
        setHgap(16);
        setVgap(6);
        setId("permissions");
        var words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        getColumnConstraints().setAll(fixed(), fixed(), words);
        var row = 0;
        for (var one : permissions) {
            var word = texts.get(one.granted()
                    ? "frame.permission.granted"
                    : one.undo() ? "frame.permission.undo" : "frame.permission.missing");
            var mark = one.granted() ? Mark.GOOD : one.undo() ? Mark.UNSEEN : Mark.BROKEN;
            var state = new Label(word);
            state.getStyleClass().addAll("word", "word-" + mark.id());
            var scope = new Label(one.scope());
            scope.getStyleClass().add("value");
            var granted = new HBox(8, new MarkShape(mark), state);
            granted.setAlignment(Pos.CENTER_LEFT);
            addRow(row++, granted, scope,
                    Words.secondary(texts.get("permission." + one.scope() + ".why")));
        }
    }

    private static ColumnConstraints fixed() {
        var column = new ColumnConstraints();
        column.setMinWidth(USE_PREF_SIZE);
        return column;
    }
}
