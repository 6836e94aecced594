package mcpauth0.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the practice server can do for a model. All of it only reads. */
final class Tools {

    static final String INSTRUCTIONS = "Practice server: tells the date, converts units, and says who is asking.";

    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy, HH:mm",
            Locale.ENGLISH);

    private final InstantSource clock;
    private final List<Tool> all;

    /** Does what was asked, or throws {@link Refused} with a sentence for the model. */
    @FunctionalInterface
    private interface Work {
        ObjectNode apply(JsonNode arguments, Caller caller);
    }

    private record Tool(String name, String title, String description, ObjectNode schema, Work work) {
    }

    private static final class Refused extends RuntimeException {
        Refused(String why) {
            super(why);
        }
    }

    Tools(InstantSource clock, Set<String> faults) {
        this.clock = clock;
        all = faults.contains("session-empty-tools")
                ? List.of()
                : List.of(
                        new Tool("today", "Today's date", "The date and time of day in a time zone.",
                                schema().optional("timeZone", "string",
                                        "IANA name such as Europe/Berlin; UTC if absent").node,
                                (arguments, _) -> today(arguments)),
                        new Tool("convert", "Convert units",
                                "Converts a length, a mass or a temperature. Units: " + String.join(", ", Unit.names())
                                        + ".",
                                schema().required("value", "number", "How many of the first unit")
                                        .required("from", "string", "The unit it is in")
                                        .required("to", "string", "The unit it should be in").node,
                                (arguments, _) -> convert(arguments)),
                        new Tool("whoami", "Who is asking", "The subject, client and scopes of the caller's token.",
                                schema().node, (_, caller) -> whoami(caller)));
    }

    /** What the server calls itself. */
    static ObjectNode server() {
        return JsonNodeFactory.instance.objectNode().put("name", "practice-mcp-server")
                .put("title", "Practice MCP server").put("version", "1.0.0");
    }

    ObjectNode list() {
        var result = JsonNodeFactory.instance.objectNode();
        var array = result.putArray("tools");
        for (var tool : all) {
            var entry = array.addObject().put("name", tool.name).put("title", tool.title).put("description",
                    tool.description);
            entry.set("inputSchema", tool.schema.deepCopy());
            entry.putObject("annotations").put("readOnlyHint", true).put("openWorldHint", false);
        }
        return result;
    }

    /** The answer to a {@code tools/call}: what a tool refuses is a result for the model, not a protocol error. */
    ObjectNode called(Rpc message, Caller caller) {
        var name = message.params().path("name").asText();
        for (var tool : all)
            if (tool.name.equals(name))
                try {
                    var found = tool.work.apply(message.params().path("arguments"), caller);
                    var result = text(found.toString(), false);
                    result.set("structuredContent", found);
                    return message.result(result);
                } catch (Refused e) {
                    return message.result(text(String.valueOf(e.getMessage()), true));
                }
        return message.error(Rpc.INVALID_PARAMS, "Unknown tool: " + name);
    }

    private static ObjectNode text(String text, boolean failed) {
        var result = JsonNodeFactory.instance.objectNode();
        result.putArray("content").addObject().put("type", "text").put("text", text);
        return result.put("isError", failed);
    }

    private ObjectNode today(JsonNode arguments) {
        var name = arguments.path("timeZone").asText("UTC");
        try {
            var now = clock.instant().atZone(ZoneId.of(name));
            return JsonNodeFactory.instance.objectNode().put("date", now.toLocalDate().toString())
                    .put("text", LONG.format(now)).put("timeZone", name);
        } catch (DateTimeException e) {
            throw new Refused("There is no time zone " + name);
        }
    }

    private static ObjectNode convert(JsonNode arguments) {
        var from = unit(arguments.path("from").asText());
        var to = unit(arguments.path("to").asText());
        if (!arguments.path("value").isNumber())
            throw new Refused("value must be a number");
        if (from.kind() != to.kind())
            throw new Refused(from.name() + " and " + to.name() + " measure different things");
        return JsonNodeFactory.instance.objectNode()
                .put("value", to.ofBase(from.toBase(arguments.path("value").asDouble()))).put("unit", to.name());
    }

    private static Unit unit(String name) {
        return Unit.named(name).orElseThrow(
                () -> new Refused("There is no unit " + name + "; known are " + String.join(", ", Unit.names())));
    }

    private static ObjectNode whoami(Caller caller) {
        var found = JsonNodeFactory.instance.objectNode().put("subject", caller.subject()).put("client",
                caller.client());
        caller.scopes().stream().sorted().forEach(found.putArray("scopes")::add);
        return found;
    }

    private static Schema schema() {
        return new Schema(JsonNodeFactory.instance.objectNode().put("type", "object").put("additionalProperties",
                false));
    }

    private record Schema(ObjectNode node) {

        Schema optional(String name, String type, String description) {
            node.withObject("/properties").putObject(name).put("type", type).put("description", description);
            return this;
        }

        Schema required(String name, String type, String description) {
            node.withArray("/required").add(name);
            return optional(name, type, description);
        }
    }
}
