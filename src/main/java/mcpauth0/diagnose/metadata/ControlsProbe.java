package mcpauth0.diagnose.metadata;

import mcpauth0.auth0.Controls;
import mcpauth0.diagnose.Look;
import mcpauth0.diagnose.Probe;
import mcpauth0.diagnose.Sighting;
import mcpauth0.diagnose.Station;
import mcpauth0.http.FailureException;

/** Reads what else of the tenant decides about sign-ins; only of the tenant that is behind the server. */
public final class ControlsProbe implements Probe<Controls> {

    public static final Probe<Controls> CONTROLS = new ControlsProbe();

    private ControlsProbe() {
    }

    @Override
    public Station station() {
        return Station.METADATA;
    }

    @Override
    public Sighting<Controls> look(Look look) throws InterruptedException {
        var tenant = look.options().tenant();
        return look.at(TenantProbe.TENANT).then(_ -> {
            if (tenant == null)
                return Sighting.untestable("needs-tenant");
            try {
                return Sighting.seen(Controls.read(tenant));
            } catch (FailureException e) {
                return Sighting.blocked("tenant");
            }
        });
    }
}
