package mcpauth0.ui.part;

import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mcpauth0.text.Texts;
import mcpauth0.ui.model.Mark;
import mcpauth0.ui.model.Trouble;

/** What went wrong, why, and what to do; the exchange behind it folded away, without its secrets. */
public final class Problem extends VBox {

    /** @param cures buttons that help */
    public Problem(Texts texts, Trouble trouble, Button... cures) {
        super(8);
        getStyleClass().add("problem");
        setFocusTraversable(true);
        setId("problem");
        var key = trouble.key();
        var title = Words.heading(texts.get(key + ".problem", trouble.values()));
        HBox.setHgrow(title, Priority.ALWAYS);
        getChildren().addAll(new HBox(8, new MarkShape(Mark.BROKEN), title),
                Words.body(texts.get(key + ".cause", trouble.values())),
                Words.body(texts.get(key + ".cure", trouble.values())));
        setAccessibleText(texts.get(key + ".problem", trouble.values()) + " "
                + texts.get(key + ".cure", trouble.values()));
        Announcer.sayWhenShown(this, getAccessibleText());
        var line = new FlowPane(8, 8, cures);
        var exchange = trouble.exchange();
        if (exchange != null) {
            var details = new ToggleButton(texts.get("frame.details"));
            details.getStyleClass().add("small");
            var view = new ExchangeView(exchange, texts);
            view.visibleProperty().bind(details.selectedProperty());
            view.managedProperty().bind(view.visibleProperty());
            line.getChildren().add(details);
            getChildren().addAll(line, view);
        } else if (cures.length > 0)
            getChildren().add(line);
    }
}
