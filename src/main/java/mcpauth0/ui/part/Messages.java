package mcpauth0.ui.part;

import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import mcpauth0.http.Exchange;
import mcpauth0.text.Texts;
import mcpauth0.ui.Work;
import mcpauth0.ui.model.Card;

/** A button that unfolds exchanges, and the place where they unfold. */
final class Messages {

    private final ToggleButton button;
    private final VBox place = new VBox(8);
    private Subscription filling = Subscription.EMPTY;

    Messages(List<Exchange> exchanges, Texts texts, Work work) {
        var numbers = exchanges.stream().map(Exchange::n).toList();
        button = new ToggleButton(texts.get("part.messages", numbers.size(), Card.ranges(numbers)));
        button.setMinWidth(Region.USE_PREF_SIZE);
        place.setVisible(false);
        place.managedProperty().bind(place.visibleProperty());
        button.selectedProperty().subscribe(open -> {
            filling.unsubscribe();
            if (open)
                filling = work.inPieces(exchanges.stream().skip(place.getChildren().size()).<Runnable>map(
                        exchange -> () -> place.getChildren().add(new ExchangeView(exchange, texts))).iterator());
            place.setVisible(open);
            if (open)
                Unfolded.tell(button, place);
        });
    }

    ToggleButton button() {
        return button;
    }

    VBox place() {
        return place;
    }
}
