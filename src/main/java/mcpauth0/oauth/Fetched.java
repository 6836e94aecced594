package mcpauth0.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;
import mcpauth0.http.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * One address that was asked for a document.
 *
 * @param document null where the answer was not 2xx with one JSON object
 */
public record Fetched<D>(WellKnown.Candidate candidate, Exchange exchange, @Nullable D document) {

    static <D> Fetched<D> of(WellKnown.Candidate candidate, Exchange exchange, Function<ObjectNode, D> reader) {
        var answer = exchange.answer();
        var json = answer == null || !answer.ok() ? null : answer.json().orElse(null);
        return new Fetched<>(candidate, exchange, json instanceof ObjectNode object ? reader.apply(object) : null);
    }
}
