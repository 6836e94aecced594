package mcpauth0.oauth;

import mcpauth0.http.Answer;
import mcpauth0.http.Exchange;

/** Parsers of this room that others cannot see. */
public final class ForeignInput {

    private ForeignInput() {
    }

    public static PublishedKeys keys(Exchange exchange) {
        return PublishedKeys.read("https://issuer.example/keys", exchange);
    }

    public static String errorWords(Answer answer) {
        return ErrorWords.of(answer).description();
    }
}
