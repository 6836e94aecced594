package mcpauth0.diagnose.registration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import mcpauth0.auth0.Tenant;
import mcpauth0.auth0.TestClient;
import mcpauth0.diagnose.Look;
import mcpauth0.diagnose.Probe;
import mcpauth0.diagnose.Sighting;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.login.Access;
import mcpauth0.http.FailureException;
import mcpauth0.oauth.Registration;
import mcpauth0.oauth.RegistrationOutcome;
import mcpauth0.oauth.RegistrationOutcome.Refused;
import mcpauth0.oauth.RegistrationOutcome.Registered;
import mcpauth0.oauth.ServerMetadata;
import mcpauth0.plan.Journal;
import org.jspecify.annotations.Nullable;

/**
 * Registers as other clients do, one after another, and deletes each again: only in a deep check with access to the
 * tenant. Where one is refused, what sets it apart is tried by itself.
 */
public final class ShapesProbe implements Probe<Shapes> {

    public static final Probe<Shapes> SHAPES = new ShapesProbe();

    private ShapesProbe() {
    }

    @Override
    public Station station() {
        return Station.SESSION;
    }

    @Override
    public Sighting<Shapes> look(Look look) throws InterruptedException {
        // The sign-in comes first: its client must not be the one for whom there is no room.
        var seen = look.after(Station.SIGN_IN);
        return Access.server(look, seen).then(metadata -> {
            var tenant = look.options().tenant();
            if (!look.options().deep())
                return Sighting.untestable("needs-deep");
            if (tenant == null)
                return Sighting.untestable("needs-tenant");
            return seen.tenant().then(known -> !known.settings().dynamicRegistration()
                    ? Sighting.<Shapes>blocked("registration")
                    : seen.registration().then(outcome -> {
                        if (!(outcome instanceof Registered))
                            return Sighting.blocked("registration");
                        if (!tenant.permissions().contains(TestClient.PERMISSION))
                            return Sighting.untestable("needs-permission");
                        try {
                            return Sighting.seen(new Trial(look, metadata, tenant).run());
                        } catch (FailureException | IOException e) {
                            return Sighting.blocked("tenant");
                        }
                    }));
        });
    }

    /** One run of it. */
    private static final class Trial {

        private final Registration registration;
        private final ServerMetadata metadata;
        private final Tenant tenant;
        private final Journal journal;
        private final Map<Feature, Refused> refused = new EnumMap<>(Feature.class);
        private final List<String> left = new ArrayList<>();
        private boolean full;

        Trial(Look look, ServerMetadata metadata, Tenant tenant) throws IOException {
            this.registration = Access.registration(look);
            this.metadata = metadata;
            this.tenant = tenant;
            this.journal = look.options().journalOf(tenant);
        }

        Shapes run() throws FailureException {
            left.addAll(TestClient.sweep(tenant, journal));
            var own = registration.wanted();
            for (var shape : Shape.known(own)) {
                var answer = full || refused.keySet().containsAll(shape.features()) ? null : tried(shape);
                if (answer != null)
                    blame(shape, own, answer);
            }
            return new Shapes(refused, left, full);
        }

        /** Null where it was accepted, or nothing can be said. */
        private @Nullable Refused tried(Shape shape) throws FailureException {
            var client = TestClient.begin(tenant, journal, shape.wanted());
            RegistrationOutcome outcome;
            try (client) {
                outcome = registration.trial(metadata, shape.wanted());
                switch (outcome) {
                    case Registered known -> client.made(known.client().clientId());
                    case Refused _ -> client.refused();
                    case RegistrationOutcome.Failed _ -> {
                        // Whether there is one is found out on closing.
                    }
                }
            }
            left.addAll(client.leftBehind());
            if (!(outcome instanceof Refused no))
                return null;
            full |= Quota.reached(no);
            return full ? null : no;
        }

        /** Finds out for which of its features the shape was refused; else it is for all of them together. */
        private void blame(Shape shape, ObjectNode own, Refused answer) throws FailureException {
            var guilty = false;
            for (var feature : shape.features()) {
                var alone = refused.containsKey(feature)
                        ? refused.get(feature)
                        : tried(Shape.with(shape.client(), own, List.of(feature)));
                if (alone != null) {
                    refused.put(feature, alone);
                    guilty = true;
                }
            }
            if (!guilty && !full)
                refused.put(shape.features().getLast(), answer);
        }
    }
}
