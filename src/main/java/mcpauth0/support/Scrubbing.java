package mcpauth0.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mcpauth0.http.Json;
import mcpauth0.http.Redaction;
import mcpauth0.http.Visible;

/**
 * Takes out once more what nobody should see, from files in which nothing secret should stand to begin with: what is called
 * a secret in JSON, tokens and credentials anywhere, and the name of the home folder.
 */
enum Scrubbing {
    /** One JSON value. */
    DOCUMENT {
        @Override
        String clean(String text) {
            return Json.parse(text).map(json -> Visible.json(Json.pretty(strict(json))))
                    .orElseGet(() -> Redaction.text(text));
        }
    },
    /** Lines, each of them JSON or text. */
    LINES {
        @Override
        String clean(String text) {
            return text.lines()
                    .map(line -> Json.parse(line).filter(JsonNode::isContainerNode)
                            .map(json -> Visible.json(Json.write(strict(json))))
                            .orElseGet(() -> Redaction.text(line)))
                    .collect(Collectors.joining("\n", "", "\n"));
        }
    },
    /** A page that this program wrote, out of what was redacted before. */
    PAGE {
        @Override
        String clean(String text) {
            return text;
        }
    };

    private static final Pattern SECRET = Pattern.compile(
            "(?i).*(secret|password|passphrase|private_?key|encryption_?key|api_?key|assertion|credential|_token|[a-z]Token)");

    static Scrubbing of(String name) {
        return name.endsWith(".html") ? PAGE : name.endsWith(".json") || name.endsWith(".history") ? DOCUMENT : LINES;
    }

    final String scrub(String text) {
        return withoutHome(clean(text), System.getProperty("user.home", ""));
    }

    abstract String clean(String text);

    static String withoutHome(String text, String home) {
        if (home.length() < 4)
            return text;
        // JSON doubles what an address turns.
        return text.replace(home, "~").replace(home.replace("\\", "\\\\"), "~").replace(home.replace('\\', '/'), "~");
    }

    private static JsonNode strict(JsonNode node) {
        return named(Redaction.json(node));
    }

    private static JsonNode named(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                var copy = Json.object();
                object.properties().forEach(member -> copy.set(member.getKey(),
                        member.getValue().isTextual() && SECRET.matcher(member.getKey()).matches()
                                ? TextNode.valueOf(Redaction.DOTS)
                                : named(member.getValue())));
                yield copy;
            }
            case ArrayNode array -> {
                var copy = Json.MAPPER.createArrayNode();
                array.forEach(item -> copy.add(named(item)));
                yield copy;
            }
            case TextNode text -> TextNode.valueOf(Redaction.text(text.textValue()));
            default -> node;
        };
    }
}
