package mcpauth0.auth0;

import java.util.List;
import mcpauth0.plan.Step;
import mcpauth0.setup.Setup;

/** Every set-up step, in the order of applying: registration is opened last, when nothing it depends on is missing. */
public final class Steps {

    private static final List<TenantStep> ALL = List.of(new CreateApi(), new CarryGrants(), new CarryRolePermissions(),
            new GrantThirdPartyClients(),
            new UnderstandResource(), new SetDefaultAudience(), new PromoteConnections(), new CreateRoles(),
            new AssignRoles(), new CreateApplication(), new ImportClientDocuments(), new OpenRegistration());

    private Steps() {
    }

    /** Whether a journal entry is a step's, and not that of something else which is written down there. */
    public static boolean has(String id) {
        return all().stream().anyMatch(step -> step.id().equals(id));
    }

    public static List<Step<Tenant, ?>> all() {
        return List.copyOf(ALL);
    }

    /** Those that the operator's choices ask for. */
    static List<TenantStep> wanted(Setup setup) {
        return ALL.stream().filter(step -> step.wanted(setup)).toList();
    }
}
