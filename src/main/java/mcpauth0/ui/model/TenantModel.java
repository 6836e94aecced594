package mcpauth0.ui.model;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Future;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import mcpauth0.auth0.ClientKey;
import mcpauth0.auth0.Credentials;
import mcpauth0.auth0.ManagementAccess;
import mcpauth0.auth0.ManagementAccess.Entry;
import mcpauth0.auth0.Permissions;
import mcpauth0.auth0.Snapshot;
import mcpauth0.auth0.Tenant;
import mcpauth0.http.FailureException;
import mcpauth0.setup.Parsed;
import mcpauth0.setup.Secret;
import mcpauth0.setup.TenantDomain;
import mcpauth0.ui.Work;
import org.jspecify.annotations.Nullable;

/** Getting into the tenant, and what the key that was used may do there. */
public final class TenantModel {

    /** Where that stands. */
    public sealed interface Door {

        /** {@code elsewhere} when another page closed it, and what let the program in is to be forgotten. */
        record Shut(boolean elsewhere) implements Door {
        }

        record Knocking() implements Door {
        }

        /** Open. {@code snapshot} is null where a permission to read is missing. */
        record Open(Tenant tenant, List<Permission> permissions, @Nullable Snapshot snapshot) implements Door {

            /** Whether everything that this set-up needs is granted. */
            public boolean sufficient() {
                return permissions.stream().noneMatch(Permission::missing);
            }
        }

        record Refused(Trouble why) implements Door {
        }
    }

    /** One permission that the set-up asks for, and whether the key has it. Why: {@code permission.<scope>.why}. */
    public record Permission(Permissions.Need need, boolean granted) {

        public String scope() {
            return need.permission();
        }

        /** Whether only taking back needs it. */
        public boolean undo() {
            return need.undo();
        }

        /** Whether the set-up cannot be made for want of it. */
        public boolean missing() {
            return !granted && !undo();
        }
    }

    private final Session session;
    private final Work work;
    private final ReadOnlyObjectWrapper<Door> door = new ReadOnlyObjectWrapper<>(new Door.Shut(false));
    private @Nullable Future<?> underWay;

    public TenantModel(Session session, Work work) {
        this.session = session;
        this.work = work;
        session.tenantProperty().subscribe(tenant -> {
            if (tenant == null && door.get() instanceof Door.Open)
                door.set(new Door.Shut(true));
        });
    }

    public ReadOnlyObjectProperty<Door> doorProperty() {
        return door.getReadOnlyProperty();
    }

    /** The door as it was left, with the tenant read. What was chosen since may need other permissions. */
    public void look() {
        var tenant = session.tenant();
        if (tenant == null)
            return;
        if (!(door.get() instanceof Door.Open(var open, var known, var _)) || !open.equals(tenant)
                || session.snapshot() == null)
            read(tenant);
        else if (!known.equals(permissions(tenant)))
            door.set(new Door.Open(tenant, permissions(tenant), session.snapshot()));
    }

    /** Takes the typed domain into the set-up, and closes the door to another one; null when it is good. */
    public @Nullable Trouble enter(String typed) {
        return switch (TenantDomain.parse(typed)) {
            case Parsed.Bad<TenantDomain> bad -> Trouble.of(bad);
            case Parsed.Good<TenantDomain>(var domain) -> {
                var open = session.tenant();
                if (open != null && !open.domain().equals(domain))
                    shut();
                session.setupProperty().set(session.setup().withTenant(domain));
                yield null;
            }
        };
    }

    /** Knocks with an application's id and secret. */
    public void signIn(String clientId, String secret) {
        if (clientId.isBlank())
            door.set(new Door.Refused(new Trouble("input.client-id-empty", List.of(), null)));
        else if (secret.isBlank())
            door.set(new Door.Refused(new Trouble("input.client-secret-empty", List.of(), null)));
        else
            knock(new Credentials.Application(clientId.strip(), Secret.of(secret)));
    }

    /** Knocks with an application's id and the private key of a file. */
    public void signInWithKey(String clientId, @Nullable Path file, String algorithm) {
        if (clientId.isBlank()) {
            door.set(new Door.Refused(new Trouble("input.client-id-empty", List.of(), null)));
            return;
        }
        if (file == null) {
            door.set(new Door.Refused(new Trouble("input.key-empty", List.of(), null)));
            return;
        }
        shut();
        door.set(new Door.Knocking());
        underWay = work.start(() -> ClientKey.read(file, algorithm), read -> {
            switch (read) {
                case Parsed.Bad<ClientKey> bad -> door.set(new Door.Refused(Trouble.of(bad)));
                case Parsed.Good<ClientKey>(var key) -> knock(new Credentials.KeyApplication(clientId.strip(), key));
            }
        }, thrown -> door.set(new Door.Refused(Trouble.of(thrown))));
    }

    /** Knocks with a pasted token. */
    public void paste(String token) {
        if (token.isBlank())
            door.set(new Door.Refused(new Trouble("input.token-empty", List.of(), null)));
        else
            knock(new Credentials.Token(Secret.of(token)));
    }

    private void knock(Credentials credentials) {
        shut();
        var domain = session.setup().tenant();
        if (domain == null)
            return;
        door.set(new Door.Knocking());
        underWay = work.start(() -> ManagementAccess.open(session.reach().forTenant(), domain, credentials),
                this::answered, thrown -> door.set(new Door.Refused(Trouble.of(thrown))));
    }

    private void answered(Entry entry) {
        switch (entry) {
            case Entry.Closed closed -> door.set(new Door.Refused(Trouble.of(closed)));
            case Entry.Failed(var failure) -> door.set(new Door.Refused(Trouble.of(failure, null)));
            case Entry.Open(var tenant) -> read(tenant);
        }
    }

    private void read(Tenant tenant) {
        var permissions = permissions(tenant);
        if (!tenant.permissions().containsAll(Permissions.reading())) {
            open(tenant, permissions, null);
            return;
        }
        door.set(new Door.Knocking());
        underWay = work.start(tenant::snapshot, snapshot -> open(tenant, permissions, snapshot), thrown -> {
            if (thrown instanceof FailureException e && !Permissions.missing(e.failure()).isEmpty())
                open(tenant, permissions, null);
            else
                door.set(new Door.Refused(Trouble.ofTenant(thrown)));
        });
    }

    private void open(Tenant tenant, List<Permission> permissions, @Nullable Snapshot snapshot) {
        underWay = null;
        session.tenantProperty().set(tenant);
        session.snapshotProperty().set(snapshot);
        door.set(new Door.Open(tenant, permissions, snapshot));
    }

    private List<Permission> permissions(Tenant tenant) {
        return Permissions.needs(session.setup()).stream()
                .map(need -> new Permission(need, tenant.permissions().contains(need.permission()))).toList();
    }

    /** Something else was typed: what was found out with the old text holds no more. */
    public void changed() {
        if (!(door.get() instanceof Door.Shut))
            shut();
    }

    /** Ends knocking. */
    public void cancel() {
        var future = underWay;
        underWay = null;
        if (future != null)
            future.cancel(true);
        if (door.get() instanceof Door.Knocking)
            door.set(new Door.Shut(false));
    }

    private void shut() {
        cancel();
        door.set(new Door.Shut(false));
        session.tenantProperty().set(null);
        session.snapshotProperty().set(null);
    }
}
