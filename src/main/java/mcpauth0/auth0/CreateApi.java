package mcpauth0.auth0;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import mcpauth0.http.FailureException;
import mcpauth0.http.Json;
import mcpauth0.plan.Change;
import mcpauth0.plan.Newer;
import mcpauth0.setup.Likeness;
import mcpauth0.setup.Setup;

/** Makes the API that stands for the server, or brings one that is there in line; it takes nothing away from that. */
final class CreateApi extends TenantStep {

    /** What applications notice that use the API already. */
    private static final Set<String> FELT = Set.of("dialect", "rbac", "offline-off", "shorter");

    @Override
    public String id() {
        return "create-api";
    }

    @Override
    public List<String> needs() {
        return List.of();
    }

    @Override
    public boolean wanted(Setup setup) {
        return true;
    }

    @Override
    List<String> permissions(Setup setup) {
        return List.of("read:resource_servers", "create:resource_servers", "update:resource_servers");
    }

    @Override
    List<String> undoPermissions(Setup setup) {
        var all = new ArrayList<>(List.of("read:client_grants", "read:tenant_settings", "delete:resource_servers"));
        if (setup.api().tokens().roles() || setup.api().replaces() != null)
            all.add("read:roles");
        return all;
    }

    /** With the roles' permissions where an older API has some that may have to be carried over. */
    @Override
    public Snapshot read(Tenant tenant, Setup setup) throws FailureException {
        return CarryRolePermissions.reading(tenant, setup);
    }

    /** With the roles' permissions: those of an API that is deleted go with it. */
    @Override
    public Snapshot read(Tenant tenant, JsonNode receipt) throws FailureException {
        var seen = tenant.seen();
        return made(receipt, seen).anyMatch(api -> !api.path("scopes").isEmpty())
                && tenant.permissions().contains(CarryRolePermissions.READ)
                        ? tenant.seen(Directory.Question.PERMISSIONS)
                        : seen;
    }

    @Override
    public Change plan(Setup setup, Snapshot state) {
        var audience = setup.audience();
        if (audience == null)
            return refused("no-server");
        var there = state.api(audience);
        if (there.isPresent())
            return align(setup, state, there.get());
        var old = state.api(setup.api().replaces());
        var name = setup.api().name().isBlank() ? audience : setup.api().name();
        var body = Json.object().put("identifier", audience).put("name", name);
        body.set("scopes", old.map(api -> merged(api, setup)).orElseGet(() -> scopes(setup)));
        old.ifPresent(api -> ApiTokens.carry(api, body));
        ApiTokens.choose(setup.api().tokens(), body);
        body.put("allow_offline_access", setup.api().offlineAccess());
        var effects = new ArrayList<Change.Effect>();
        old.ifPresent(api -> {
            effects.add(effect("repairs", api.identifier(),
                    String.valueOf(Likeness.firstDifference(audience, api.identifier()) + 1)));
            effects.add(effect("retire", api.name(), api.identifier()));
            effects.addAll(CarryRolePermissions.left(setup, state));
        });
        effects.addAll(alike(audience, setup, state));
        if (body.path("enforce_policies").asBoolean())
            effects.add(effect("rbac"));
        return Edit.change(name, List.of(Edit.create(Part.APIS, body)), effects);
    }

    /** Other APIs that somebody may have meant for this server. */
    private static List<Change.Effect> alike(String audience, Setup setup, Snapshot state) {
        return state.apis().stream().filter(api -> !api.system() && !api.identifier().equals(setup.api().replaces()))
                .flatMap(api -> Likeness.of(audience, api.identifier())
                        .map(likeness -> effect("alike-" + likeness.kind().id(), api.name(), api.identifier(),
                                String.valueOf(likeness.at() + 1)))
                        .stream())
                .toList();
    }

    private static Change align(Setup setup, Snapshot state, Snapshot.Api api) {
        if (api.system())
            return refused("system", api.name());
        if (api.signingAlg().equals("HS256"))
            return refused("hs256", api.name());
        if (api.encrypted())
            return refused("encrypted", api.name());
        if (api.userPolicy().equals("deny_all"))
            return refused("deny-all", api.name());
        var tokens = setup.api().tokens();
        var signing = tokens.signing();
        if (signing != null && !signing.name().equals(api.signingAlg()))
            return refused("signing", api.name(), api.signingAlg(), signing.name());
        var effects = new ArrayList<>(List.of(effect("existing", api.name())));
        var wanted = Json.object();
        if (!setup.api().name().isBlank())
            wanted.put("name", setup.api().name());
        var scopes = merged(api, setup);
        state.api(setup.api().replaces()).ifPresent(old -> add(scopes, old.raw().path("scopes")));
        wanted.set("scopes", scopes);
        ApiTokens.align(tokens, api, wanted);
        wanted.put("allow_offline_access", setup.api().offlineAccess());
        if (!api.dialect().startsWith(tokens.dialect().id()))
            effects.add(effect("dialect", api.dialect(), wanted.path("token_dialect").asText()));
        if (tokens.roles() && !api.roles())
            effects.add(effect("rbac"));
        if (!tokens.roles() && api.roles())
            effects.add(effect("rbac-stays"));
        if (api.offlineAccess() && !setup.api().offlineAccess())
            effects.add(effect("offline-off"));
        if (shorter(wanted, api, "token_lifetime") || shorter(wanted, api, "token_lifetime_for_web"))
            effects.add(effect("shorter"));
        var granted = state.grants().stream().filter(grant -> grant.audience().equals(api.identifier()))
                .map(Snapshot.Grant::clientId).filter(Objects::nonNull).distinct().map(state::nameOf).toList();
        if (!granted.isEmpty() && effects.stream().anyMatch(effect -> FELT.contains(effect.key())))
            effects.add(counted("granted", granted));
        effects.addAll(CarryRolePermissions.left(setup, state));
        return Edit.change(api.name(), List.of(Edit.patch(Part.APIS.path() + "/" + api.id(), api.raw(), wanted)),
                effects);
    }

    private static boolean shorter(JsonNode wanted, Snapshot.Api api, String field) {
        return wanted.has(field) && wanted.path(field).asInt() < api.raw().path(field).asInt();
    }

    private static ArrayNode scopes(Setup setup) {
        var scopes = Json.MAPPER.createArrayNode();
        setup.api().scopes().forEach(scope -> {
            var item = scopes.addObject().put("value", scope.value());
            if (!scope.description().isBlank())
                item.put("description", scope.description());
        });
        return scopes;
    }

    /** What is there stays, word for word; what is missing comes after it. */
    private static ArrayNode merged(Snapshot.Api api, Setup setup) {
        var scopes = Json.MAPPER.createArrayNode();
        api.raw().path("scopes").forEach(scopes::add);
        add(scopes, scopes(setup));
        return scopes;
    }

    private static void add(ArrayNode scopes, JsonNode more) {
        var known = Set.copyOf(scopes.findValuesAsText("value"));
        more.forEach(scope -> {
            if (!known.contains(scope.path("value").asText()))
                scopes.add(scope);
        });
    }

    /** A default audience would point at nothing; grants go with the API, and are not deleted unless that was chosen. */
    @Override
    Optional<Change.Refused> stillNeeded(JsonNode object, Snapshot state, Newer newer) {
        var identifier = object.path("identifier").asText();
        return state.settings().defaultAudience().equals(identifier)
                || (newer != Newer.REPLACE && !others(object, state).isEmpty())
                        ? Optional.of(refused("in-use", identifier))
                        : Optional.empty();
    }

    @Override
    List<Change.Effect> others(JsonNode object, Snapshot state) {
        var identifier = object.path("identifier").asText();
        var effects = new ArrayList<Change.Effect>();
        var roles = state.directory().permissions(identifier).entrySet().stream()
                .map(role -> role.getKey() + ": " + String.join(" ", role.getValue())).toList();
        if (!roles.isEmpty())
            effects.add(counted("lost-roles", roles));
        var grants = state.grants().stream().filter(grant -> grant.audience().equals(identifier)).toList();
        var names = grants.stream().map(Snapshot.Grant::clientId).filter(Objects::nonNull).map(state::nameOf).toList();
        if (!names.isEmpty())
            effects.add(counted("lost-grants", names));
        if (grants.stream().anyMatch(grant -> grant.defaultForUsers(identifier)))
            effects.add(effect("lost-default"));
        if (grants.stream().anyMatch(Snapshot.Grant::forMachines))
            effects.add(effect("lost-machines"));
        if (unread(state) && object.path("enforce_policies").asBoolean())
            effects.add(effect("lost-unread-rbac"));
        return effects;
    }

    private static boolean unread(Snapshot state) {
        return state.directory().reach() == Directory.Reach.NONE;
    }

    @Override
    List<Change.Effect> unseen(JsonNode object, Snapshot state) {
        return unread(state) && !object.path("scopes").isEmpty() && !object.path("enforce_policies").asBoolean()
                ? List.of(effect("lost-unread"))
                : List.of();
    }
}
