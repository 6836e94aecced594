package mcpauth0.ui.part;

import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import mcpauth0.export.report.WireText;
import mcpauth0.http.Exchange;
import mcpauth0.text.Texts;

/** One request and its answer as they went over the wire, without their secrets. */
public final class ExchangeView extends VBox {

    private static final int MOST_LINES = 14;

    public ExchangeView(Exchange exchange, Texts texts) {
        super(4);
        getStyleClass().add("exchange");
        var n = exchange.n();
        getChildren().addAll(heading(texts.get("part.exchange.request", n)),
                area(WireText.request(exchange), texts.get("part.exchange.request", n)));
        var answer = exchange.answer();
        var failure = exchange.failure();
        if (answer != null)
            getChildren().addAll(heading(texts.get("part.exchange.answer", n, exchange.timing().total())),
                    area(WireText.answer(exchange, texts),
                            texts.get("part.exchange.answer", n, exchange.timing().total())));
        else if (failure != null)
            getChildren().addAll(heading(texts.get("part.exchange.none", n)),
                    Words.body(WireText.answer(exchange, texts)));
    }

    private static javafx.scene.Node heading(String text) {
        return Words.secondary(text);
    }

    /**
     * A text as it is, to read and to copy from.
     *
     * @param name for whoever cannot see where it stands
     */
    public static TextArea area(String text, String name) {
        var area = new TextArea(text);
        area.setEditable(false);
        area.setWrapText(true);
        area.getStyleClass().add("raw");
        area.setAccessibleText(name);
        area.setPrefRowCount(Math.clamp(text.lines().count() + 1, 2, MOST_LINES));
        return area;
    }
}
