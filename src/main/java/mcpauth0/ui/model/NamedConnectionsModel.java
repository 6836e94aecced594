package mcpauth0.ui.model;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import mcpauth0.access.Keychain;
import mcpauth0.access.NamedConnection;
import mcpauth0.access.NamedConnections;
import mcpauth0.setup.Parsed;
import mcpauth0.setup.Secret;
import mcpauth0.setup.TenantDomain;
import mcpauth0.ui.Work;
import org.jspecify.annotations.Nullable;

/** The tenants that the operator comes back to: chosen, saved, forgotten. */
public final class NamedConnectionsModel {

    /** How saving or forgetting ended. */
    public sealed interface Ended {

        record Well(String name) implements Ended {
        }

        /** The connection is saved; with its secret, the keychain did not help. {@code keychain.<id>}. */
        record WithoutSecret(String name, String id) implements Ended {
        }

        /** Nothing was saved: this other one has the name. */
        record Taken(NamedConnection other) implements Ended {
        }

        /** Nothing was saved or forgotten: the keychain did not let its secret go. {@code keychain.<id>}. */
        record Held(String name, String id) implements Ended {
        }

        record Badly(Trouble why) implements Ended {
        }
    }

    private final NamedConnections connections;
    private final Session session;
    private final Work work;
    private final ReadOnlyObjectWrapper<List<NamedConnection>> all = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable Trouble> trouble = new ReadOnlyObjectWrapper<>();
    private @Nullable String used;
    private @Nullable Future<?> asking;
    private boolean waiting;

    public NamedConnectionsModel(NamedConnections connections, Session session, Work work) {
        this.connections = connections;
        this.session = session;
        this.work = work;
    }

    public ReadOnlyObjectProperty<List<NamedConnection>> allProperty() {
        return all.getReadOnlyProperty();
    }

    /** Why they cannot be read; null while they can. */
    public ReadOnlyObjectProperty<@Nullable Trouble> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** Why no secret can be kept on this computer, known without asking anybody. */
    public Optional<String> keychainMissing() {
        return connections.keychain().missing().map(Keychain.Trouble::id);
    }

    /** Reads them again. */
    public void look() {
        var _ = work.start(connections::all, this::seen, thrown -> trouble.set(Trouble.of(thrown)));
    }

    private void seen(Parsed<List<NamedConnection>> read) {
        switch (read) {
            case Parsed.Good<List<NamedConnection>>(var found) -> {
                trouble.set(null);
                all.set(found);
            }
            case Parsed.Bad<List<NamedConnection>> bad -> {
                all.set(List.of());
                trouble.set(Trouble.of(bad));
            }
        }
    }

    /**
     * The operator wants this one, and no other that the keychain is being asked for.
     *
     * @param secret given what the keychain has of it; empty for nothing
     * @param keychain given the sentence's id where the keychain did not want to
     */
    public void use(NamedConnection connection, Consumer<Optional<Secret>> secret, Consumer<String> keychain) {
        var _ = cancel();
        used = connection.name();
        waiting = true;
        asking = work.start(() -> connections.secret(connection), found -> {
            waiting = false;
            secret.accept(found);
        }, thrown -> {
            waiting = false;
            keychain.accept(thrown instanceof Keychain.Trouble known ? known.id() : "refused");
        });
    }

    /** Waits for the keychain no more; gives whether it was being asked. */
    public boolean cancel() {
        var future = asking;
        asking = null;
        if (future != null)
            future.cancel(true);
        var was = waiting;
        waiting = false;
        return was;
    }

    /** The tenant is open: which of the saved ones that is, the one that was wanted before others. */
    public void recognise(TenantDomain tenant, NamedConnection.Kind kind, String clientId) {
        var fitting = all.get().stream().filter(one -> one.tenant().equals(tenant) && one.kind() == kind
                && one.clientId().equals(clientId)).map(NamedConnection::name).toList();
        session.connectionProperty()
                .set(fitting.contains(used) ? used : fitting.isEmpty() ? null : fitting.getFirst());
    }

    /**
     * @param secret for the keychain; null to keep it nowhere
     * @param replacing what the operator agreed to lose for it; null for nothing
     */
    public void save(NamedConnection connection, @Nullable Secret secret, @Nullable NamedConnection replacing,
            Consumer<Ended> ended) {
        var name = connection.name();
        run(() -> switch (connections.save(connection, secret, replacing)) {
            case NamedConnections.Saved.Well _ -> new Ended.Well(name);
            case NamedConnections.Saved.WithoutSecret(var why) -> new Ended.WithoutSecret(name, why.id());
            case NamedConnections.Saved.Taken(var other) -> new Ended.Taken(other);
            case NamedConnections.Saved.Held(var why) -> new Ended.Held(name, why.id());
        }, end -> {
            if (end instanceof Ended.Well || end instanceof Ended.WithoutSecret) {
                used = name;
                var open = session.tenant();
                if (open != null && open.domain().equals(connection.tenant()))
                    session.connectionProperty().set(name);
            }
            ended.accept(end);
        });
    }

    public void forget(String name, Consumer<Ended> ended) {
        run(() -> connections.forget(name).<Ended>map(why -> new Ended.Held(name, why.id()))
                .orElseGet(() -> new Ended.Well(name)), end -> {
                    if (end instanceof Ended.Well && name.equals(session.connectionProperty().get()))
                        session.connectionProperty().set(null);
                    ended.accept(end);
                });
    }

    private interface Deed {
        Ended run() throws java.io.IOException;
    }

    private void run(Deed deed, Consumer<Ended> ended) {
        var _ = work.start(() -> new Told(deed.run(), connections.all()), told -> {
            seen(told.now());
            ended.accept(told.end());
        }, thrown -> ended.accept(new Ended.Badly(thrown instanceof java.io.IOException e
                ? new Trouble("input.connections-unwritable", List.of(String.valueOf(e.getMessage())), null)
                : Trouble.of(thrown))));
    }

    private record Told(Ended end, Parsed<List<NamedConnection>> now) {
    }
}
