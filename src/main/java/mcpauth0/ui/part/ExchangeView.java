package mcpauth0.ui.part;

import java.util.List;
import javafx.scene.layout.VBox;
import mcpauth0.http.Answer;
import mcpauth0.http.Exchange;
import mcpauth0.http.Header;
import mcpauth0.http.Redaction;
import mcpauth0.text.Texts;

/** One request and its answer as they went over the wire, without their secrets. */
public final class ExchangeView extends VBox {

    private static final int LONGEST = 20_000;

    public ExchangeView(Exchange exchange, Texts texts) {
        super(4);
        getStyleClass().add("exchange");
        var n = exchange.n();
        getChildren().addAll(heading(texts.get("part.exchange.request", n)),
                new RawText(request(exchange), texts.get("part.exchange.request", n)));
        var answer = exchange.answer();
        var failure = exchange.failure();
        if (answer != null)
            getChildren().addAll(heading(texts.get("part.exchange.answer", n, exchange.timing().total())),
                    new RawText(answer(answer, texts),
                            texts.get("part.exchange.answer", n, exchange.timing().total())));
        else if (failure != null)
            getChildren().addAll(heading(texts.get("part.exchange.none", n)),
                    Words.body(texts.get("failure." + failure.id() + ".problem", failure.values()) + " "
                            + texts.get("failure." + failure.id() + ".cause", failure.values())));
    }

    private static javafx.scene.Node heading(String text) {
        return Words.secondary(text);
    }

    private static String request(Exchange exchange) {
        var request = exchange.request();
        var body = request.body();
        return written(request.method() + " " + Redaction.url(request.url()), request.headers(),
                body == null ? "" : shortened(Redaction.body(body)));
    }

    private static String answer(Answer answer, Texts texts) {
        var body = shortened(Redaction.body(answer.body()));
        return written(answer.protocol() + " " + answer.status(), answer.headers(),
                answer.truncated() ? body + "\n" + texts.get("part.exchange.cut") : body);
    }

    private static String written(String first, List<Header> headers, String body) {
        var text = new StringBuilder(first);
        Redaction.headers(headers)
                .forEach(header -> text.append('\n').append(header.name()).append(": ").append(header.value()));
        return body.isBlank() ? text.toString() : text.append("\n\n").append(body.strip()).toString();
    }

    private static String shortened(String body) {
        return body.length() > LONGEST ? body.substring(0, LONGEST) + "…" : body;
    }
}
