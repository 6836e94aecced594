package mcpauth0.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Optional;
import mcpauth0.http.Json;
import mcpauth0.plan.Change;
import mcpauth0.plan.Plan;
import mcpauth0.setup.Parsed;
import mcpauth0.setup.Setup;
import mcpauth0.setup.SetupFile;

/**
 * A plan as text, between {@code plan} and {@code apply}: JSON with {@code "schema": 1}. What is read is equal to what was
 * written, so that whoever approves the file approves exactly what is done.
 */
final class PlanFile {

    private static final int SCHEMA = 1;

    /** An absent value stays absent: it is something else than JSON's null. */
    private static final ObjectMapper MAPPER = Json.MAPPER.copy()
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

    private PlanFile() {
    }

    static String write(Plan plan) {
        var root = Json.object().put("schema", SCHEMA).put("tenant", plan.tenant());
        root.set("setup", Json.parse(SetupFile.write(plan.setup())).orElseThrow());
        var items = root.putArray("items");
        for (var item : plan.items())
            items.addObject().put("step", item.step()).set("change", written(item.change()));
        return Json.pretty(root) + "\n";
    }

    private static ObjectNode written(Change change) {
        return switch (change) {
            case Change.Nothing _ -> Json.object().put("kind", "nothing");
            case Change.Write write -> Json.object().put("kind", "write").setAll(fields(write));
            case Change.Diverged _ -> throw new IllegalArgumentException("no plan says so");
            case Change.Refused refused -> Json.object().put("kind", "refused").setAll(fields(refused));
        };
    }

    private static ObjectNode fields(Change change) {
        return MAPPER.<ObjectNode>valueToTree(change);
    }

    /** Empty for anything that {@link #write} cannot have written. */
    static Optional<Plan> read(String text) {
        var root = Json.parse(text).filter(JsonNode::isObject).orElse(null);
        if (root == null || root.path("schema").asInt() != SCHEMA || !root.path("tenant").isTextual()
                || !root.path("items").isArray()
                || !(SetupFile.read(root.path("setup").toString()) instanceof Parsed.Good<Setup>(var setup)))
            return Optional.empty();
        var items = new ArrayList<Plan.Item>();
        for (var item : root.path("items")) {
            var change = change(item.path("change"));
            if (change.isEmpty() || !item.path("step").isTextual())
                return Optional.empty();
            items.add(new Plan.Item(item.path("step").asText(), change.get()));
        }
        return Optional.of(new Plan(root.path("tenant").asText(), setup, items));
    }

    private static Optional<Change> change(JsonNode node) {
        if (!(node instanceof ObjectNode object))
            return Optional.empty();
        var kind = object.path("kind").asText();
        var rest = object.deepCopy().without("kind");
        try {
            return switch (kind) {
                case "nothing" -> Optional.of(new Change.Nothing());
                case "write" -> Optional.of(MAPPER.treeToValue(rest, Change.Write.class));
                case "refused" -> Optional.of(MAPPER.treeToValue(rest, Change.Refused.class));
                default -> Optional.empty();
            };
        } catch (JsonProcessingException | NullPointerException e) {
            return Optional.empty();
        }
    }
}
