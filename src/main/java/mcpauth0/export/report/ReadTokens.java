package mcpauth0.export.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Optional;
import mcpauth0.http.Header;
import mcpauth0.http.Json;
import mcpauth0.http.Jwts;
import mcpauth0.http.Redaction;

/** What a report shows of the tokens in an exchange: their header and claims, which can be read but not used. */
final class ReadTokens {

    private ReadTokens() {
    }

    /** Each token of these headers and this body once, in order. */
    static ArrayNode in(Iterable<Header> headers, String body) {
        var text = new StringBuilder();
        headers.forEach(header -> text.append(header.value()).append('\n'));
        var found = new LinkedHashSet<JsonNode>();
        var all = text.append(body).toString();
        for (var place : Jwts.in(all)) {
            var parts = all.substring(place.begin(), place.end()).split("\\.", -1);
            var header = decoded(parts[0]);
            var claims = decoded(parts[1]);
            if (header.isPresent() && claims.isPresent()) {
                var one = Json.object();
                one.set("header", header.get());
                one.set("claims", claims.get());
                found.add(one);
            }
        }
        return Json.MAPPER.createArrayNode().addAll(found);
    }

    private static Optional<JsonNode> decoded(String part) {
        try {
            return Json.parse(Base64.getUrlDecoder().decode(part)).filter(JsonNode::isObject).map(Redaction::json);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
