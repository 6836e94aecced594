package mcpauth0.ui.model;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import mcpauth0.auth0.ClientDocument;
import mcpauth0.auth0.Snapshot;
import mcpauth0.setup.Registration;
import mcpauth0.setup.Registration.Application;
import mcpauth0.ui.Work;
import org.jspecify.annotations.Nullable;

/** How clients become known: what is chosen, what the tenant has already, and what it makes of a document. */
public final class RegistrationModel {

    /** A client that nobody knows. */
    public static final String OTHER = "other";

    /** What the tenant makes of a document. */
    public sealed interface Look {

        record NotYet() implements Look {
        }

        record Busy(String document) implements Look {
        }

        record Shown(ClientDocument document) implements Look {
        }

        record Failed(String document, Trouble why) implements Look {
        }
    }

    private final Session session;
    private final Work work;
    private final ReadOnlyObjectWrapper<Look> look = new ReadOnlyObjectWrapper<>(new Look.NotYet());
    private @Nullable Future<?> underWay;

    public RegistrationModel(Session session, Work work) {
        this.session = session;
        this.work = work;
        session.tenantProperty().subscribe((_, _) -> forget());
        session.setupProperty().subscribe(_ -> {
            if (!documents().containsAll(looked()))
                forget();
        });
    }

    /** The document that was looked at, or is. */
    private List<String> looked() {
        return switch (look.get()) {
            case Look.NotYet _ -> List.of();
            case Look.Busy(var document) -> List.of(document);
            case Look.Shown(var seen) -> List.of(seen.address());
            case Look.Failed(var document, _) -> List.of(document);
        };
    }

    private void forget() {
        cancel();
        look.set(new Look.NotYet());
    }

    public ReadOnlyObjectProperty<Look> lookProperty() {
        return look.getReadOnlyProperty();
    }

    public Registration registration() {
        return session.setup().registration();
    }

    /** Replaces the choice, where it is another. */
    public void change(UnaryOperator<Registration> how) {
        var setup = session.setup();
        var now = how.apply(setup.registration());
        if (!now.equals(setup.registration()))
            session.setupProperty().set(setup.withRegistration(now));
    }

    /** Whether the tenant says that clients which register keep its older rules; only then can they be kept. */
    public boolean mayBePermissive() {
        var snapshot = session.snapshot();
        return snapshot != null && "permissive".equals(snapshot.settings().registrationMode());
    }

    /** Whether the tenant keeps to itself which rules clients get that register. */
    public boolean rulesUntold() {
        var snapshot = session.snapshot();
        return snapshot != null && snapshot.settings().registrationMode() == null;
    }

    /** Those of known clients, and what was typed beside them. */
    public List<String> documents() {
        return Stream.concat(Guide.CLIENTS.stream().filter(Guide::documentServes).map(Guide::document),
                registration().documents().stream()).distinct().toList();
    }

    public void choose(String document, boolean wanted) {
        change(registration -> {
            var now = new ArrayList<>(registration.documents());
            now.remove(document);
            if (wanted)
                now.add(document);
            return registration.documents().contains(document) == wanted
                    ? registration
                    : registration.withDocuments(now);
        });
    }

    /** Whether the tenant has imported it already. */
    public boolean imported(String document) {
        return clients().anyMatch(client -> document.equals(client.document()));
    }

    /** Whether clients are told that their document would do, while none is imported and none is going to be. */
    public boolean announcedInVain() {
        var snapshot = session.snapshot();
        return snapshot != null && snapshot.settings().documents() && registration().documents().isEmpty()
                && clients().allMatch(client -> client.document() == null);
    }

    private Stream<Snapshot.Client> clients() {
        var snapshot = session.snapshot();
        return snapshot == null ? Stream.empty() : snapshot.clients().stream();
    }

    /** Lets the tenant look at a document, without importing it. */
    public void preview(String document) {
        var tenant = session.tenant();
        if (tenant == null)
            return;
        cancel();
        look.set(new Look.Busy(document));
        underWay = work.start(() -> ClientDocument.preview(Objects.requireNonNull(tenant), document),
                seen -> look.set(new Look.Shown(seen)),
                thrown -> look.set(new Look.Failed(document, Trouble.ofTenant(thrown))));
    }

    /** Ends a look that is under way; gives whether there was one. */
    public boolean cancel() {
        var future = underWay;
        underWay = null;
        if (future != null)
            future.cancel(true);
        var busy = look.get() instanceof Look.Busy;
        if (busy)
            look.set(new Look.NotYet());
        return busy;
    }

    /** Another application, with the addresses that its client is known to use. */
    public Application proposed(String client, String name) {
        return new Application(client, name, Guide.CLIENTS.stream().filter(guide -> guide.id().equals(client))
                .flatMap(guide -> guide.callbacks().stream()).toList(), false);
    }

    /** Whether sign-ins can return there: an https address, one on this computer, or a scheme of a program's own. */
    public static boolean leadsBack(String redirect) {
        try {
            var uri = new URI(redirect);
            var scheme = uri.getScheme();
            if (scheme == null || uri.getRawFragment() != null || redirect.contains("*"))
                return false;
            return switch (scheme) {
                case "https" -> uri.getHost() != null;
                case "http" -> List.of("localhost", "127.0.0.1", "[::1]").contains(String.valueOf(uri.getHost()));
                default -> !List.of("javascript", "data", "file").contains(scheme);
            };
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
