package mcpauth0.auth0;

import java.util.List;
import mcpauth0.plan.Step;

/** Every set-up step, in the order of applying: registration is opened last, when nothing it depends on is missing. */
public final class Steps {

    private Steps() {
    }

    public static List<Step<Tenant, ?>> all() {
        return List.of(new CreateApi(), new GrantThirdPartyClients(), new UnderstandResource(),
                new SetDefaultAudience(), new PromoteConnections(), new OpenRegistration());
    }
}
