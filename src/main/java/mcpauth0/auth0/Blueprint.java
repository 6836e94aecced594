package mcpauth0.auth0;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import mcpauth0.http.Json;
import mcpauth0.plan.Change;
import mcpauth0.setup.Role;
import mcpauth0.setup.Setup;
import org.jspecify.annotations.Nullable;

/**
 * What the steps write in a tenant on which nothing is set up yet, for whoever makes it by other means. What only a
 * tenant knows stands in braces, as in {@code connections/{google-oauth2}} and {@code roles/{Reader}/permissions}. What
 * depends on what is there is left out: carrying over from an older API, and people, who are looked up.
 */
public final class Blueprint {

    /**
     * What one step does.
     *
     * @param step its id
     * @param calls in order; none where it is refused
     * @param refused why the set-up cannot be carried out; null where it can
     */
    public record Task(String step, List<Change.Call> calls, Change.@Nullable Refused refused) {
        public Task {
            calls = List.copyOf(calls);
        }
    }

    /** What a tenant tells of the rules for third parties: those from before April 2026 may have either. */
    public enum Mode {
        /** All third parties have the strict rules. */
        STRICT,
        /** Those that register themselves have the older rules. */
        PERMISSIVE,
        /** It tells nothing, and might not take what it does not know. */
        UNTOLD
    }

    private Blueprint() {
    }

    /** The steps that the set-up asks for, in the order of applying. */
    public static List<Task> of(Setup setup, Mode mode) {
        var plain = plain(setup);
        var blank = blank(plain, mode);
        return Steps.wanted(plain).stream()
                .map(step -> task(step.id(), step.plan(plain, blank))).toList();
    }

    private static Task task(String step, Change change) {
        return new Task(step, change instanceof Change.Write write ? write.calls() : List.of(),
                change instanceof Change.Refused refused ? refused : null);
    }

    /** The mode that the set-up itself goes with. */
    public static Mode mode(Setup setup) {
        return setup.registration().permissive() ? Mode.PERMISSIVE : Mode.STRICT;
    }

    private static Setup plain(Setup setup) {
        return setup.withApi(setup.api().replacing(null).replacingMachineGrant(false)).withRoles(setup.roles().stream()
                .map(role -> new Role(role.name(), role.description(), role.permissions(), List.of())).toList());
    }

    private static Snapshot blank(Setup setup, Mode mode) {
        var settings = Json.object();
        switch (mode) {
            case STRICT -> settings.put("dynamic_client_registration_security_mode", "strict");
            case PERMISSIVE -> settings.put("dynamic_client_registration_security_mode", "permissive");
            case UNTOLD -> {
                // The field is absent.
            }
        }
        var connections = setup.connections().stream().distinct()
                .<JsonNode>map(name -> Json.object().put("id", Directory.named(name)).put("name", name)).toList();
        return Snapshot.of(settings, List.of(), List.of(), connections, List.of())
                .with(new Directory(List.of(), Map.of(), Map.of(), Directory.Reach.CHANGE));
    }
}
