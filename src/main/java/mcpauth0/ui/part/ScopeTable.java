package mcpauth0.ui.part;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;
import javafx.scene.control.SkinBase;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mcpauth0.setup.Scope;
import mcpauth0.text.Texts;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Permissions to be typed: value and description in a line, as many as are wanted. */
public final class ScopeTable extends Control {

    private final Texts texts;
    private final VBox lines = new VBox(8);
    private final Button more;
    private Runnable changed = () -> {
        // Nobody wants to know.
    };

    public ScopeTable(Texts texts) {
        this.texts = texts;
        more = new Button(texts.get("part.scopes.more"), new FontIcon(Feather.PLUS));
        more.setId("add-scope");
        more.setOnAction(_ -> {
            var line = line(new Scope("", ""));
            lines.getChildren().add(line);
            line.value.requestFocus();
        });
        setFocusTraversable(false);
        set(List.of());
    }

    /** Focus goes to the first line. */
    @Override
    public void requestFocus() {
        if (lines.getChildren().getFirst() instanceof Line line)
            line.value.requestFocus();
    }

    public void set(List<Scope> scopes) {
        lines.getChildren().setAll(scopes.stream().<Node>map(this::line).toList());
        if (scopes.isEmpty())
            lines.getChildren().add(line(new Scope("", "")));
        changed.run();
    }

    /** What stands there; lines without a value do not count. */
    public List<Scope> values() {
        return lines.getChildren().stream().map(Line.class::cast).filter(line -> !line.value.getText().isBlank())
                .map(line -> new Scope(line.value.getText().strip(), line.description.getText().strip())).toList();
    }

    /** Calls this whenever another permission stands there, or one no longer does. */
    public void onChange(Runnable listener) {
        changed = listener;
    }

    /** Adds one behind the others, in place of an empty line at the end. */
    public void add(Scope scope) {
        if (lines.getChildren().getLast() instanceof Line last && last.value.getText().isBlank())
            lines.getChildren().remove(last);
        lines.getChildren().add(line(scope));
        changed.run();
    }

    public void remove(String value) {
        lines.getChildren().removeIf(line -> ((Line) line).value.getText().strip().equals(value));
        if (lines.getChildren().isEmpty())
            lines.getChildren().add(line(new Scope("", "")));
        changed.run();
    }

    private Line line(Scope scope) {
        var line = new Line(scope);
        line.remove.setOnAction(_ -> {
            lines.getChildren().remove(line);
            if (lines.getChildren().isEmpty())
                set(List.of());
            changed.run();
        });
        line.value.textProperty().subscribe((_, _) -> changed.run());
        return line;
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new SkinBase<>(this) {
            {
                getChildren().add(new VBox(8, lines, more));
            }
        };
    }

    private final class Line extends HBox {

        private final TextField value;
        private final TextField description;
        private final Button remove = new Button("", new FontIcon(Feather.X));

        Line(Scope scope) {
            super(8);
            value = input("part.scopes.value", scope.value());
            value.setPrefColumnCount(12);
            value.getStyleClass().add("value");
            description = input("part.scopes.description", scope.description());
            HBox.setHgrow(description, Priority.ALWAYS);
            remove.setAccessibleText(texts.get("part.scopes.remove", scope.value()));
            remove.getStyleClass().add("flat");
            getChildren().setAll(value, description, remove);
        }

        private TextField input(String key, String text) {
            var input = new TextField(text);
            input.setPromptText(texts.get(key));
            input.setAccessibleText(texts.get(key));
            return input;
        }
    }
}
