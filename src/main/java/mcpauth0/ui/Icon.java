package mcpauth0.ui;

import java.util.List;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Transform;

/** The program's sign: a shield with a tick, drawn in a field of 24 by 24. */
public final class Icon {

    private static final String SHIELD = "M12 1.8 L20.4 4.8 V11 C20.4 16.4 17 20.3 12 22.2 C7 20.3 3.6 16.4 3.6 11 V4.8 Z";
    private static final String TICK = "M8 12.1 L10.9 15 L16.2 9.4";
    private static final double FIELD = 24;

    private Icon() {
    }

    /** For the window's own use; its colours come from the style sheet. */
    public static Group node() {
        var shield = path(SHIELD, "icon-shield");
        var tick = path(TICK, "icon-tick");
        return new Group(shield, tick);
    }

    /** For title bars and task lists, which know no style sheet. */
    public static List<Image> images() {
        return List.of(image(16), image(32), image(64), image(128));
    }

    /** @param size its side in pixels */
    public static Image image(int size) {
        var shield = path(SHIELD, "icon-shield");
        shield.setFill(Color.web("#0969da"));
        shield.setStroke(Color.web("#0969da"));
        var tick = path(TICK, "icon-tick");
        tick.setStroke(Color.WHITE);
        tick.setFill(null);
        var field = new SVGPath();
        field.setContent("M0 0 H24 V24 H0 Z");
        field.setFill(Color.TRANSPARENT);
        var group = new Group(field, shield, tick);
        var _ = new Scene(group);
        var how = new SnapshotParameters();
        how.setFill(Color.TRANSPARENT);
        how.setTransform(Transform.scale(size / FIELD, size / FIELD));
        return group.snapshot(how, null);
    }

    private static SVGPath path(String content, String style) {
        var path = new SVGPath();
        path.setContent(content);
        path.setStrokeWidth(2);
        path.getStyleClass().add(style);
        return path;
    }
}
