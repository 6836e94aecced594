package mcpauth0.auth0;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mcpauth0.http.FailureException;
import mcpauth0.plan.Change;
import mcpauth0.setup.Setup;
import org.jspecify.annotations.Nullable;

/**
 * Gives roles the same permissions of the API that replaces an older one as they have of that. Where the access does not
 * allow it, {@link CreateApi} says what is {@link #left}.
 */
final class CarryRolePermissions extends CarryStep {

    static final String READ = "read:roles";

    @Override
    public String id() {
        return "carry-role-permissions";
    }

    @Override
    List<String> permissions(Setup setup) {
        return List.of(READ, "update:roles");
    }

    @Override
    public Snapshot read(Tenant tenant, Setup setup) throws FailureException {
        return reading(tenant, setup);
    }

    @Override
    public Snapshot read(Tenant tenant, Change.Write change) throws FailureException {
        return tenant.seen(Directory.Question.PERMISSIONS);
    }

    @Override
    public Snapshot read(Tenant tenant, JsonNode receipt) throws FailureException {
        return tenant.seen(Directory.Question.PERMISSIONS);
    }

    /** With every role's permissions where the API that is to be replaced has some, and the access allows it. */
    static Snapshot reading(Tenant tenant, Setup setup) throws FailureException {
        var seen = tenant.seen();
        return replaced(setup, seen) != null && tenant.permissions().contains(READ)
                ? tenant.seen(Directory.Question.PERMISSIONS)
                : seen;
    }

    /** The identifier of the API that is replaced; null where nothing can be carried over. */
    private static @Nullable String replaced(Setup setup, Snapshot state) {
        var old = setup.api().replaces();
        return old == null || old.equals(setup.audience())
                || state.api(old).filter(api -> !api.scopes().isEmpty()).isEmpty() ? null : old;
    }

    @Override
    Change carry(Setup setup, Snapshot state, String old, String audience) {
        if (state.directory().reach() != Directory.Reach.CHANGE)
            return new Change.Nothing();
        var missing = missing(setup, state);
        return Edit.change(old, List.copyOf(missing.values()),
                List.of(counted("roles", List.copyOf(missing.keySet()))));
    }

    /** What each role is to get, by its name. */
    private static Map<String, Edit> missing(Setup setup, Snapshot state) {
        var found = new LinkedHashMap<String, Edit>();
        var old = replaced(setup, state);
        var audience = setup.audience();
        if (old != null && audience != null)
            for (var role : state.directory().roles()) {
                var path = Part.ROLES.path() + "/" + Part.idOf(role) + "/permissions";
                var name = role.path("name").asText();
                RoleStep.permit(path, name, state.directory().permissions(path, old), audience, state)
                        .ifPresent(edit -> found.put(name, edit));
            }
        return found;
    }

    /** What is not carried over, for want of which permission, and how to do it by hand. */
    static List<Change.Effect> left(Setup setup, Snapshot state) {
        var old = replaced(setup, state);
        if (old == null)
            return List.of();
        return switch (state.directory().reach()) {
            case NONE -> List.of(effect("roles-unread", old));
            case READ -> {
                var all = state.directory().permissions(old);
                var names = missing(setup, state).keySet().stream()
                        .map(name -> name + ": " + String.join(" ", all.getOrDefault(name, List.of()))).toList();
                yield names.isEmpty() ? List.of() : List.of(counted("roles-left", names));
            }
            case CHANGE -> List.of();
        };
    }
}
