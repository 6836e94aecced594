package mcpauth0.ui.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import mcpauth0.auth0.Snapshot;
import mcpauth0.http.Failure;
import mcpauth0.ui.Work;
import org.jspecify.annotations.Nullable;

/** The ways to sign in that the tenant has, and those that the operator offers to MCP clients. */
public final class ConnectionsModel {

    /** A way to sign in, and whether the operator offers it. */
    public record Choice(Snapshot.Connection connection, boolean chosen) {

        /** {@code database}, {@code google}, … ; {@code other} for what has no words of its own. */
        public String kind() {
            return switch (connection.strategy()) {
                case "auth0" -> "database";
                case "google-oauth2" -> "google";
                case "email", "sms" -> "passwordless";
                case "samlp", "oidc", "okta", "waad", "adfs", "ad", "google-apps", "pingfederate" -> "enterprise";
                default -> "other";
            };
        }
    }

    /** Whether the tenant was read, which the page cannot do without. */
    public sealed interface Reading {

        /** It was, or there is none to be read. */
        record Rests() implements Reading {
        }

        record Busy() implements Reading {
        }

        record Failed(Trouble why) implements Reading {
        }
    }

    private final Session session;
    private final ReadOnlyObjectWrapper<Reading> reading = new ReadOnlyObjectWrapper<>(new Reading.Rests());
    private final UnderWay underWay;
    private final ReadOnlyObjectWrapper<Map<String, Integer>> people = new ReadOnlyObjectWrapper<>(Map.of());
    private final UnderWay counting;
    private @Nullable Snapshot counted;

    public ConnectionsModel(Session session, Work work) {
        this.session = session;
        counting = new UnderWay(work);
        underWay = new UnderWay(work);
        session.snapshotProperty().subscribe((_, _) -> forget());
        session.tenantProperty().subscribe((_, _) -> forget());
    }

    public ReadOnlyObjectProperty<Reading> readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** Reads the open tenant, whatever was read of it before. */
    public void read() {
        var tenant = session.tenant();
        if (tenant == null)
            return;
        reading.set(new Reading.Busy());
        underWay.read(tenant::snapshot, snapshot -> {
            reading.set(new Reading.Rests());
            session.snapshotProperty().set(snapshot);
        }, thrown -> reading.set(new Reading.Failed(Trouble.ofTenant(thrown))));
    }

    /** Ends reading; whether it was under way. */
    public boolean cancel() {
        if (!(reading.get() instanceof Reading.Busy))
            return false;
        underWay.end();
        reading.set(new Reading.Failed(Trouble.of(new Failure.Cancelled(), null)));
        return true;
    }

    /** How many people sign in with each connection, as far as that is known. */
    public ReadOnlyObjectProperty<Map<String, Integer>> peopleProperty() {
        return people.getReadOnlyProperty();
    }

    /** The people of another tenant, or of another day. */
    private void forget() {
        counting.end();
        underWay.end();
        reading.set(new Reading.Rests());
        counted = null;
        people.set(Map.of());
    }

    /** Counts them once for each reading of the tenant; where that fails they stay uncounted. */
    public void count() {
        var snapshot = session.snapshot();
        var tenant = session.tenant();
        if (snapshot == null || tenant == null || snapshot.equals(counted))
            return;
        counted = snapshot;
        counting.read(() -> {
            var found = new HashMap<String, Integer>();
            for (var connection : snapshot.connections())
                tenant.people(List.of(connection.name())).ifPresent(count -> found.put(connection.name(), count));
            return found;
        }, people::set, _ -> people.set(Map.of()));
    }

    /** Every connection of the tenant, in its order; empty while it was not read. */
    public List<Choice> choices() {
        var snapshot = session.snapshot();
        if (snapshot == null)
            return List.of();
        var chosen = session.setup().connections();
        return snapshot.connections().stream()
                .map(connection -> new Choice(connection, chosen.contains(connection.name()))).toList();
    }

    /** What clients can use already, or else the tenant's own users: a choice to begin with. */
    public void propose() {
        var snapshot = session.snapshot();
        if (snapshot == null || !session.setup().connections().isEmpty())
            return;
        session.setupProperty().set(session.setup().withConnections(proposed()));
    }

    /** What {@link #propose} would choose; empty where nothing speaks for any of them. */
    public List<String> proposed() {
        var snapshot = session.snapshot();
        return snapshot == null ? List.of() : Express.proposed(snapshot);
    }

    public void choose(String name, boolean wanted) {
        var now = new ArrayList<>(session.setup().connections());
        now.remove(name);
        if (wanted)
            now.add(name);
        if (!now.equals(session.setup().connections()))
            session.setupProperty().set(session.setup().withConnections(now));
    }
}
