package mcpauth0.ui.part;

import javafx.scene.layout.VBox;
import mcpauth0.export.report.WireText;
import mcpauth0.http.Exchange;
import mcpauth0.text.Texts;

/** One request and its answer as they went over the wire, without their secrets. */
public final class ExchangeView extends VBox {

    public ExchangeView(Exchange exchange, Texts texts) {
        super(4);
        getStyleClass().add("exchange");
        var n = exchange.n();
        getChildren().addAll(heading(texts.get("part.exchange.request", n)),
                new RawText(WireText.request(exchange), texts.get("part.exchange.request", n)));
        var answer = exchange.answer();
        var failure = exchange.failure();
        if (answer != null)
            getChildren().addAll(heading(texts.get("part.exchange.answer", n, exchange.timing().total())),
                    new RawText(WireText.answer(exchange, texts),
                            texts.get("part.exchange.answer", n, exchange.timing().total())));
        else if (failure != null)
            getChildren().addAll(heading(texts.get("part.exchange.none", n)),
                    Words.body(WireText.answer(exchange, texts)));
    }

    private static javafx.scene.Node heading(String text) {
        return Words.secondary(text);
    }
}
