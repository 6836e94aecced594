package mcpauth0.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which application may ask for which permissions of which API. */
final class AccessRules {

    private final Core core;

    AccessRules(Core core) {
        this.core = core;
    }

    /**
     * The permissions that the application may ask for; null where it may not use the API at all. A third-party
     * application under the enhanced controls needs a grant even where the API lets everyone in, and never gets a
     * system API.
     */
    @Nullable
    Set<String> allowed(App app, Api api, SubjectType subject) {
        var policy = api.policy(subject);
        var reserved = api.system() && (subject == SubjectType.USER || app.strict());
        if (policy.equals("deny_all") || reserved)
            return null;
        if (!app.strict() && policy.equals("allow_all"))
            return api.scopes();
        var grant = grant(app, api, subject);
        if (grant == null)
            return null;
        if (grant.path("allow_all_scopes").asBoolean())
            return api.scopes();
        var scopes = new LinkedHashSet<String>();
        grant.path("scope").forEach(scope -> scopes.add(scope.asText()));
        scopes.retainAll(api.scopes());
        return scopes;
    }

    /** The application's own grant replaces the default one as a whole. */
    private @Nullable ObjectNode grant(App app, Api api, SubjectType subject) {
        ObjectNode standard = null;
        for (var grant : core.state().grants()) {
            if (!grant.path("audience").asText().equals(api.identifier())
                    || !grant.path("subject_type").asText().equals(subject.id()))
                continue;
            if (grant.path("client_id").asText().equals(app.id()))
                return grant;
            if (grant.path("default_for").asText().equals("third_party_clients"))
                standard = grant;
        }
        return app.firstParty() ? null : standard;
    }

    /** Of these permissions, those that the user holds, through a role or without one, where the API enforces that. */
    Set<String> held(Api api, Set<String> scopes, User user) {
        var left = new LinkedHashSet<>(scopes);
        if (api.enforcesPermissions())
            left.retainAll(permissions(api, user.subject()));
        return left;
    }

    private Set<String> permissions(Api api, String userId) {
        var state = core.state();
        var roles = new HashSet<String>();
        state.roleMembers().stream().filter(member -> member.path("user_id").asText().equals(userId))
                .forEach(member -> roles.add(member.path("role_id").asText()));
        return Stream.concat(
                state.rolePermissions().stream().filter(each -> roles.contains(each.path("role_id").asText())),
                state.userPermissions().stream().filter(each -> each.path("user_id").asText().equals(userId)))
                .filter(each -> each.path("resource_server_identifier").asText().equals(api.identifier()))
                .map(each -> each.path("permission_name").asText()).collect(Collectors.toSet());
    }
}
