package mcpauth0.export.report;

import java.util.List;
import mcpauth0.http.Answer;
import mcpauth0.http.Exchange;
import mcpauth0.http.Header;
import mcpauth0.http.Redaction;
import mcpauth0.text.Texts;

/** Messages as they went over the wire, for people to read: without their secrets, and not longer than one can read. */
public final class WireText {

    private static final int LONGEST = 20_000;

    private WireText() {
    }

    public static String request(Exchange exchange) {
        var request = exchange.request();
        var body = request.body();
        return written(request.method() + " " + Redaction.url(request.url()), request.headers(),
                body == null ? "" : shortened(Redaction.body(body)));
    }

    /** What came back, else why nothing did. */
    public static String answer(Exchange exchange, Texts texts) {
        var answer = exchange.answer();
        if (answer != null)
            return answer(answer, texts);
        var failure = exchange.failure();
        return failure == null
                ? ""
                : Redaction.text(texts.get("failure." + failure.id() + ".problem", failure.values()) + " "
                        + texts.get("failure." + failure.id() + ".cause", failure.values()));
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
