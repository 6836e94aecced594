package mcpauth0.ui.part;

import java.util.stream.Collectors;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mcpauth0.http.Json;
import mcpauth0.plan.Change;
import mcpauth0.text.Texts;

/** A button that unfolds the requests of a change exactly as they will be sent, and the place where they unfold. */
final class Calls {

    private final ToggleButton button;
    private final VBox place = new VBox(4);

    Calls(Texts texts, Change.Write write) {
        button = new ToggleButton(texts.get("part.calls", write.calls().size()));
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        place.setVisible(false);
        place.managedProperty().bind(place.visibleProperty());
        button.selectedProperty().subscribe(open -> {
            if (open && place.getChildren().isEmpty())
                fill(texts, write);
            place.setVisible(open);
        });
    }

    private void fill(Texts texts, Change.Write write) {
        var text = write.calls().stream().map(Calls::written).collect(Collectors.joining("\n\n"));
        var name = texts.get("part.calls", write.calls().size());
        place.getChildren().addAll(new RawText(text, name), Words.secondary(texts.get("part.calls.token")),
                new CopyButton(texts, name, () -> text));
        if (write.creates())
            place.getChildren().add(1, Words.secondary(texts.get("part.calls.chosen")));
    }

    private static String written(Change.Call call) {
        var body = call.body();
        var line = call.method() + " /api/v2/" + call.path();
        return body == null ? line : line + "\n" + Json.pretty(body);
    }

    ToggleButton button() {
        return button;
    }

    VBox place() {
        return place;
    }
}
