package mcpauth0.auth0;

import java.util.List;
import mcpauth0.plan.Change;
import mcpauth0.setup.Setup;

/** What an API takes over from the older one that it replaces: an identifier can never be edited. */
abstract class CarryStep extends TenantStep {

    @Override
    public final List<String> needs() {
        return List.of("create-api");
    }

    @Override
    public final boolean wanted(Setup setup) {
        return setup.api().replaces() != null;
    }

    @Override
    public final Change plan(Setup setup, Snapshot state) {
        var audience = setup.audience();
        var old = setup.api().replaces();
        if (audience == null)
            return refused("no-server");
        return old == null || old.equals(audience) ? new Change.Nothing() : carry(setup, state, old, audience);
    }

    /**
     * @param old identifier of the API that is replaced
     * @param audience identifier of the one that takes its place
     */
    abstract Change carry(Setup setup, Snapshot state, String old, String audience);
}
