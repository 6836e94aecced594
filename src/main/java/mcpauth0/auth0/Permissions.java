package mcpauth0.auth0;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mcpauth0.http.Failure;
import mcpauth0.http.Json;
import mcpauth0.plan.Change;
import mcpauth0.setup.Setup;

/** Management API permissions: the fewest for what is to be done. Each has its text {@code permission.<scope>.why}. */
public final class Permissions {

    private static final Pattern INSUFFICIENT = Pattern.compile("^Insufficient scope[,;]? expected any of: (.+)$");

    private Permissions() {
    }

    /**
     * One permission and why it is asked for.
     *
     * @param steps ids of the steps that use it, in their order; none where only reading the whole tenant does
     * @param undo whether only taking back uses it
     */
    public record Need(String permission, List<String> steps, boolean undo) {
        public Need {
            steps = List.copyOf(steps);
        }
    }

    /** Those that a snapshot needs, whatever is chosen: what a change touches is counted before it is made. */
    public static List<String> reading() {
        return List.of("read:tenant_settings", "read:resource_servers", "read:client_grants", "read:connections",
                "read:clients");
    }

    /** The fewest for the chosen steps, in the order in which they are used, and after them those for taking back. */
    public static List<Need> needs(Setup setup) {
        var doing = new LinkedHashMap<String, Set<String>>();
        reading().forEach(permission -> doing.put(permission, new LinkedHashSet<>()));
        collect(Steps.wanted(setup), step -> step.permissions(setup), doing);
        var undoing = new LinkedHashMap<String, Set<String>>();
        collect(Steps.wanted(setup), step -> step.undoPermissions(setup), undoing);
        undoing.keySet().removeAll(doing.keySet());
        return Stream.concat(needs(doing, false), needs(undoing, true)).toList();
    }

    private static void collect(List<TenantStep> steps, Function<TenantStep, List<String>> of,
            Map<String, Set<String>> into) {
        steps.forEach(step -> of.apply(step).forEach(
                permission -> into.computeIfAbsent(permission, _ -> new LinkedHashSet<>()).add(step.id())));
    }

    private static Stream<Need> needs(Map<String, Set<String>> found, boolean undo) {
        return found.entrySet().stream()
                .map(one -> new Need(one.getKey(), List.copyOf(one.getValue()), undo));
    }

    /** The fewest for this set-up; taking it back needs {@link #undo} too. */
    public static List<String> needed(Setup setup) {
        return needs(setup).stream().filter(need -> !need.undo()).map(Need::permission).toList();
    }

    /** Those that taking a set-up back needs beside {@link #needed}: what was made is deleted. */
    public static List<String> undo(Setup setup) {
        return needs(setup).stream().filter(Need::undo).map(Need::permission).toList();
    }

    /** The permission that a call needs. */
    static String of(Change.Call call) {
        var part = Part.of(call.path()).orElseThrow(() -> new IllegalArgumentException(call.path()));
        if (Edit.lists(call.path()))
            return "update:roles";
        if (part == Part.USERS)
            return "update:users";
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
            case ROLES -> "roles";
            case USERS -> "users";
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
