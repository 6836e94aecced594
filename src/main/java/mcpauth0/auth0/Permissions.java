package mcpauth0.auth0;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import mcpauth0.http.Failure;
import mcpauth0.http.Json;
import mcpauth0.plan.Change;
import mcpauth0.setup.Setup;

/** Management API permissions: the fewest for what is to be done. Each has its text {@code permission.<scope>.why}. */
public final class Permissions {

    private static final Pattern INSUFFICIENT = Pattern.compile("^Insufficient scope[,;]? expected any of: (.+)$");

    private Permissions() {
    }

    /** The fewest for this set-up, in the order in which they are used; taking it back needs {@link #undo} too. */
    public static List<String> needed(Setup setup) {
        var all = new ArrayList<>(reading());
        all.addAll(List.of("create:resource_servers", "update:resource_servers", "create:client_grants",
                "update:client_grants", "update:tenant_settings"));
        // Which connections are chosen is asked later than this.
        if (setup.dynamicRegistration() || !setup.connections().isEmpty())
            all.add("update:connections");
        return List.copyOf(all);
    }

    /** Those that a snapshot needs. */
    public static List<String> reading() {
        return List.of("read:tenant_settings", "read:resource_servers", "read:client_grants", "read:connections",
                "read:clients");
    }

    /** Those that taking a set-up back needs beside {@link #needed}: what was made is deleted. */
    public static List<String> undo() {
        return List.of("delete:resource_servers", "delete:client_grants");
    }

    /** The permission that a call needs. */
    static String of(Change.Call call) {
        var part = Part.of(call.path()).orElseThrow(() -> new IllegalArgumentException(call.path()));
        var verb = switch (call.method()) {
            case "POST" -> "create:";
            case "PATCH" -> "update:";
            case "DELETE" -> "delete:";
            default -> "read:";
        };
        return verb + switch (part) {
            case SETTINGS -> "tenant_settings";
            case APIS -> "resource_servers";
            case GRANTS -> "client_grants";
            case CONNECTIONS -> "connections";
            case CLIENTS -> "clients";
        };
    }

    /**
     * The permissions any of which would have helped, where the refusal was for want of one; else empty. The message
     * decides, for the error code {@code insufficient_scope} also stands in refusals for want of a subscription.
     */
    public static List<String> missing(Failure failure) {
        if (!(failure instanceof Failure.Refused(var status, var body)) || status != 403)
            return List.of();
        var message = Json.parse(body).map(json -> json.path("message").asText()).orElse("");
        var found = INSUFFICIENT.matcher(message);
        return found.find() ? List.of(found.group(1).strip().split("[,\\s]+")) : List.of();
    }
}
