package mcpauth0.auth0;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import mcpauth0.http.FailureException;
import mcpauth0.http.Json;
import mcpauth0.plan.Change;
import mcpauth0.setup.Role;
import mcpauth0.setup.Setup;

/** Gives the roles their permissions of the API, and people the roles. It takes nothing away from either. */
final class AssignRoles extends RoleStep {

    @Override
    public String id() {
        return "assign-roles";
    }

    @Override
    public List<String> needs() {
        return List.of("create-api", "create-roles");
    }

    @Override
    List<String> permissions(Setup setup) {
        return List.of("read:roles", "read:users", "update:roles");
    }

    @Override
    List<String> undoPermissions(Setup setup) {
        return setup.roles().stream().allMatch(role -> role.members().isEmpty())
                ? List.of()
                : List.of("update:users");
    }

    @Override
    public Snapshot read(Tenant tenant, Setup setup) throws FailureException {
        var people = new LinkedHashSet<String>();
        setup.roles().forEach(role -> role.members().forEach(email -> people.add(address(email))));
        return tenant.seen(new Directory.Question(
                setup.roles().stream().map(role -> Directory.named(role.name())).collect(Collectors.toSet()), people));
    }

    @Override
    public Snapshot read(Tenant tenant, Change.Write change) throws FailureException {
        return tenant.seen(new Directory.Question(change.calls().stream().map(Change.Call::path)
                .map(Directory::reference).collect(Collectors.toSet()), Set.of()));
    }

    private static String address(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public Change plan(Setup setup, Snapshot state) {
        var audience = setup.audience();
        if (audience == null)
            return refused("no-server");
        var known = new LinkedHashSet<>(setup.api().scopeValues());
        state.api(audience).ifPresent(api -> known.addAll(api.scopes()));
        var edits = new ArrayList<Edit>();
        var effects = new ArrayList<Change.Effect>();
        for (var role : setup.roles()) {
            var strange = role.permissions().stream().filter(permission -> !known.contains(permission)).toList();
            if (!strange.isEmpty())
                return refused("no-permission", role.name(), String.join(", ", strange));
            var nobody = role.members().stream().filter(email -> people(state, email).isEmpty()).toList();
            if (!nobody.isEmpty())
                return refused("nobody", String.join(", ", nobody));
            permit(path(role, "permissions"), role.name(), role.permissions(), audience, state).ifPresent(edits::add);
            join(role, state, edits, effects);
        }
        return Edit.change(String.join(", ", setup.roles().stream().map(Role::name).toList()), edits, effects);
    }

    private static void join(Role role, Snapshot state, List<Edit> edits, List<Change.Effect> effects) {
        var path = path(role, "users");
        var there = state.directory().items(path).map(user -> user.path("user_id").asText())
                .collect(Collectors.toSet());
        var ids = Json.object();
        var users = ids.putArray("users");
        var joining = new ArrayList<String>();
        for (var email : role.members()) {
            var missing = people(state, email).stream().filter(person -> !there.contains(person.id())).toList();
            missing.forEach(person -> users.add(person.id()));
            if (!missing.isEmpty())
                joining.add(address(email));
            if (missing.size() > 1)
                effects.add(effect("several", address(email), String.valueOf(missing.size())));
            if (missing.stream().anyMatch(person -> !person.verified()))
                effects.add(effect("unverified", address(email)));
        }
        if (!users.isEmpty())
            edits.add(Edit.post(path, ids, new Change.Field(role.name() + ": users", null, texts(joining))));
    }

    /**
     * Those with this address. Whoever has not shown that the address is theirs is left out where somebody else has: with
     * open sign-up, anyone can enter any address.
     */
    private static List<Directory.Person> people(Snapshot state, String email) {
        var all = state.directory().people().getOrDefault(address(email), List.of());
        var verified = all.stream().filter(Directory.Person::verified).toList();
        return verified.isEmpty() ? all : verified;
    }

    private static String path(Role role, String list) {
        return Part.ROLES.path() + "/" + Directory.named(role.name()) + "/" + list;
    }

    private static ArrayNode texts(List<String> values) {
        return Json.MAPPER.valueToTree(values);
    }
}
