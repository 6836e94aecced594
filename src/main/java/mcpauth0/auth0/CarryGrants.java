package mcpauth0.auth0;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mcpauth0.http.Json;
import mcpauth0.plan.Change;
import mcpauth0.setup.Setup;

/**
 * Gives the applications that may use an older API the same rights for the one that replaces it. The default grant for people is
 * {@link GrantThirdPartyClients}' own, and so is that for machines where it is to make room.
 */
final class CarryGrants extends CarryStep {

    /** What a grant has beside its audience; the rest is the server's. */
    private static final List<String> CARRIED = List.of("scope", "allow_all_scopes", "organization_usage",
            "allow_any_organization", "authorization_details_types");

    @Override
    public String id() {
        return "carry-grants";
    }

    @Override
    List<String> permissions(Setup setup) {
        return List.of("read:client_grants", "read:clients", "create:client_grants");
    }

    @Override
    List<String> undoPermissions(Setup setup) {
        return List.of("delete:client_grants");
    }

    @Override
    Change carry(Setup setup, Snapshot state, String old, String audience) {
        var carried = state.grants().stream().filter(grant -> grant.audience().equals(old))
                .filter(grant -> grant.clientId() != null
                        || (!grant.defaultForUsers(old) && !setup.api().replaceMachineGrant()))
                .filter(grant -> state.grants().stream().noneMatch(other -> stands(grant, other, audience))).toList();
        var edits = new ArrayList<Edit>();
        for (var grant : carried)
            edits.add(Edit.create(Part.GRANTS, anew(grant, audience)));
        var names = state.clients().stream().filter(
                client -> carried.stream().anyMatch(grant -> client.id().equals(grant.clientId())))
                .map(Snapshot.Client::name).toList();
        return Edit.change(old, edits, names.isEmpty() ? List.of() : List.of(counted("applications", names)));
    }

    /** What makes a grant like that one. */
    static ObjectNode anew(Snapshot.Grant grant, String audience) {
        var body = Json.object();
        if (grant.clientId() == null)
            body.put("default_for", grant.defaultFor());
        else
            body.put("client_id", grant.clientId());
        body.put("audience", audience);
        for (var field : CARRIED)
            if (grant.raw().hasNonNull(field) && !(field.equals("scope") && grant.allScopes()))
                body.set(field, grant.raw().get(field));
        return body.put("subject_type", grant.subjectType());
    }

    /** Whether that one already is for the same application in the new API; its scopes are then somebody's choice. */
    private static boolean stands(Snapshot.Grant grant, Snapshot.Grant other, String audience) {
        return other.audience().equals(audience) && Objects.equals(grant.clientId(), other.clientId())
                && Objects.equals(grant.defaultFor(), other.defaultFor())
                && grant.subjectType().equals(other.subjectType());
    }
}
