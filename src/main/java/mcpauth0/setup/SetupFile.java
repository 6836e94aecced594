package mcpauth0.setup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The set-up as text: JSON with {@code "schema": 1}, described by {@code setup.schema.json} beside this class's
 * resources. Reading never throws; a field that this version does not know is kept and written again.
 */
public final class SetupFile {

    public static final int SCHEMA = 1;

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Set<String> KNOWN = Set.of("$schema", "schema", "server", "resource", "tenant", "loginDomain",
            "api", "connections", "defaultAudience", "dynamicRegistration", "page");

    private SetupFile() {
    }

    public static String write(Setup setup) {
        var root = JSON.createObjectNode();
        root.put("schema", SCHEMA);
        put(root, "server", setup.server());
        put(root, "resource", setup.resource());
        put(root, "tenant", setup.tenant());
        put(root, "loginDomain", setup.loginDomain());
        var api = root.putObject("api");
        api.put("name", setup.api().name());
        var scopes = api.putArray("scopes");
        setup.api().scopes().forEach(
                scope -> scopes.addObject().put("value", scope.value()).put("description", scope.description()));
        api.put("offlineAccess", setup.api().offlineAccess());
        var connections = root.putArray("connections");
        setup.connections().forEach(connections::add);
        root.put("defaultAudience", setup.defaultAudience());
        root.put("dynamicRegistration", setup.dynamicRegistration());
        put(root, "page", setup.page());
        setup.unknown().forEach(root::set);
        try {
            var printer = new DefaultPrettyPrinter().withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
            return JSON.writer(printer).writeValueAsString(root) + System.lineSeparator();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Problems: {@code setup-empty}, {@code setup-broken}, {@code setup-newer}, {@code setup-field}. */
    public static Parsed<Setup> read(String text) {
        if (text.isBlank())
            return Parsed.bad("setup-empty");
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            return Parsed.bad("setup-broken", at == null ? "1" : String.valueOf(at.getLineNr()));
        }
        if (!root.isObject())
            return Parsed.bad("setup-broken", "1");
        var schema = root.get("schema");
        if (schema == null || !schema.isInt())
            return Parsed.bad("setup-field", "schema");
        if (schema.intValue() > SCHEMA)
            return Parsed.bad("setup-newer", schema.asText(), String.valueOf(SCHEMA));
        var problems = new ArrayList<String>();
        var empty = Setup.empty();
        var server = parsed(root, "server", McpUrl::parse, problems);
        var tenant = parsed(root, "tenant", TenantDomain::parse, problems);
        var login = parsed(root, "loginDomain", TenantDomain::parse, problems);
        var resource = text(root, "resource", problems);
        var page = text(root, "page", problems);
        var api = api(root.path("api"), empty.api(), problems);
        var connections = new ArrayList<String>();
        var list = root.path("connections");
        if (!list.isMissingNode() && !list.isArray())
            problems.add("connections");
        list.forEach(item -> {
            if (item.isTextual())
                connections.add(item.textValue());
            else
                problems.add("connections");
        });
        var audience = bool(root, "defaultAudience", empty.defaultAudience(), problems);
        var registration = bool(root, "dynamicRegistration", empty.dynamicRegistration(), problems);
        if (!problems.isEmpty())
            return Parsed.bad("setup-field", problems.getFirst());
        Map<String, JsonNode> unknown = new LinkedHashMap<>();
        root.properties().forEach(entry -> {
            if (!KNOWN.contains(entry.getKey()))
                unknown.put(entry.getKey(), entry.getValue());
        });
        return Parsed.good(
                new Setup(server, resource, tenant, login, api, connections, audience, registration, page, unknown));
    }

    private static Setup.Api api(JsonNode node, Setup.Api fallback, List<String> problems) {
        if (node.isMissingNode())
            return fallback;
        if (!node.isObject()) {
            problems.add("api");
            return fallback;
        }
        var name = text(node, "name", problems);
        var scopes = new ArrayList<Scope>();
        for (var item : node.path("scopes")) {
            var value = text(item, "value", problems);
            if (value == null || value.isBlank())
                problems.add("api.scopes");
            else
                scopes.add(new Scope(value, item.path("description").asText("")));
        }
        return new Setup.Api(name == null ? "" : name, scopes.isEmpty() ? fallback.scopes() : scopes,
                bool(node, "offlineAccess", fallback.offlineAccess(), problems));
    }

    private interface Parser<T> {
        Parsed<T> parse(String text);
    }

    private static <T> @Nullable T parsed(JsonNode root, String field, Parser<T> parser, List<String> problems) {
        var text = text(root, field, problems);
        if (text == null)
            return null;
        return switch (parser.parse(text)) {
            case Parsed.Good<T>(var value) -> value;
            case Parsed.Bad<T> _ -> {
                problems.add(field);
                yield null;
            }
        };
    }

    private static @Nullable String text(JsonNode root, String field, List<String> problems) {
        var node = root.get(field);
        if (node == null || node.isNull())
            return null;
        if (!node.isTextual()) {
            problems.add(field);
            return null;
        }
        return node.textValue();
    }

    private static boolean bool(JsonNode root, String field, boolean fallback, List<String> problems) {
        var node = root.get(field);
        if (node == null || node.isNull())
            return fallback;
        if (!node.isBoolean())
            problems.add(field);
        return node.asBoolean(fallback);
    }

    private static void put(ObjectNode root, String field, @Nullable Object value) {
        if (value != null)
            root.put(field, value.toString());
    }
}
