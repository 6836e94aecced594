package mcpauth0.ui.part;

import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mcpauth0.http.Exchange;
import mcpauth0.text.Texts;
import mcpauth0.ui.model.Card;

/** A button that unfolds exchanges, and the place where they unfold. */
final class Messages {

    private final ToggleButton button;
    private final VBox place = new VBox(8);

    Messages(List<Exchange> exchanges, Texts texts) {
        var numbers = exchanges.stream().map(Exchange::n).toList();
        button = new ToggleButton(texts.get("part.messages", numbers.size(), Card.ranges(numbers)));
        button.setMinWidth(Region.USE_PREF_SIZE);
        place.setVisible(false);
        place.managedProperty().bind(place.visibleProperty());
        button.selectedProperty().subscribe(open -> {
            if (open && place.getChildren().isEmpty())
                exchanges.forEach(exchange -> place.getChildren().add(new ExchangeView(exchange, texts)));
            place.setVisible(open);
        });
    }

    ToggleButton button() {
        return button;
    }

    VBox place() {
        return place;
    }
}
