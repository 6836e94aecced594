package mcpauth0.ui.part;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import mcpauth0.ui.model.Mark;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A mark as a shape: each has an outline of its own, so that it can be told without its colour. */
public final class MarkShape extends StackPane {

    public MarkShape(Mark mark) {
        getStyleClass().addAll("status", "mark-" + mark.id());
        setAccessibleRole(AccessibleRole.NODE);
        setMouseTransparent(true);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        switch (mark) {
            case GOOD -> getChildren().add(new FontIcon(Feather.CHECK));
            case BROKEN -> getChildren().add(new FontIcon(Feather.X));
            case LOOK -> getChildren().add(letter("!"));
            case UNSEEN -> getChildren().add(letter("?"));
            case RUNNING -> {
                var dot = new Region();
                dot.getStyleClass().add("mark-dot");
                dot.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
                getChildren().add(dot);
            }
            case TO_DO -> {
                // An empty ring.
            }
        }
    }

    private static javafx.scene.control.Label letter(String letter) {
        var label = new javafx.scene.control.Label(letter);
        label.getStyleClass().add("mark-letter");
        return label;
    }
}
