package mcpauth0.ui.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import mcpauth0.auth0.Snapshot;
import mcpauth0.auth0.Steps;
import mcpauth0.auth0.Tenant;
import mcpauth0.diagnose.AgedTokens;
import mcpauth0.diagnose.Report;
import mcpauth0.http.Network;
import mcpauth0.http.Trust;
import mcpauth0.oauth.ClientStore;
import mcpauth0.plan.Applier;
import mcpauth0.plan.Journal;
import mcpauth0.setup.Setup;
import mcpauth0.ui.Practice;
import org.jspecify.annotations.Nullable;

/** What all pages share while the window is open: the set-up, the tenant that was let in, what became of it. */
public final class Session {

    private final Reach reach;
    private final Clock clock;
    private final Path state;
    private final ObjectProperty<Setup> setup = new SimpleObjectProperty<>(Setup.empty());
    private final ObjectProperty<@Nullable Tenant> tenant = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable String> connection = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Snapshot> snapshot = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Report> report = new SimpleObjectProperty<>();
    private final ObjectProperty<History> history = new SimpleObjectProperty<>(History.NONE);
    private final ReadOnlyObjectWrapper<@Nullable Breakdown> breakdown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper outdated = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper overtaken = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Practice.@Nullable Pair> practice = new ReadOnlyObjectWrapper<>();
    private final AgedTokens aged = AgedTokens.inMemory();
    private @Nullable Path practiceFolder;
    private @Nullable String sought;

    /** @param state folder for the journals */
    public Session(Network network, Path state) {
        reach = new Reach(network);
        clock = network.clock();
        this.state = state;
        tenant.subscribe(open -> {
            if (open == null)
                connection.set(null);
        });
        report.subscribe(found -> {
            outdated.set(false);
            if (found != null)
                history.set(history.get().checked(found));
        });
        setup.subscribe(this::altered);
    }

    /** An answer that is given anew is not in the tenant yet, and another server was not checked. */
    private void altered(Setup old, Setup now) {
        if (old.page() == null || now.page() == null || old.withPage(null).equals(now.withPage(null)))
            return;
        if (history.get().settled() != null)
            history.set(history.get().altered());
        if (old.server() != null && !old.server().equals(now.server())) {
            report.set(null);
            if (history.get().checked() != null)
                history.set(history.get().unchecked());
        }
    }

    /** How the server and the tenant are reached. */
    public Reach reach() {
        return reach;
    }

    public ObjectProperty<Setup> setupProperty() {
        return setup;
    }

    public Setup setup() {
        return setup.get();
    }

    /** The tenant that the operator has let the program into; null before, and after its domain was changed. */
    public ObjectProperty<@Nullable Tenant> tenantProperty() {
        return tenant;
    }

    public @Nullable Tenant tenant() {
        return tenant.get();
    }

    /** What the operator calls the open tenant; null where it has no name, and while none is open. */
    public ObjectProperty<@Nullable String> connectionProperty() {
        return connection;
    }

    /** The tenant as it was read when it was opened; null before, and where its permissions do not allow reading. */
    public ObjectProperty<@Nullable Snapshot> snapshotProperty() {
        return snapshot;
    }

    public @Nullable Snapshot snapshot() {
        return snapshot.get();
    }

    /** What broke down last; null while nothing did. */
    public ReadOnlyObjectProperty<@Nullable Breakdown> breakdownProperty() {
        return breakdown.getReadOnlyProperty();
    }

    /** @param page id of the page that was in front */
    public void breakDown(Throwable thrown, String page) {
        breakdown.set(Breakdown.of(thrown, page, this, clock.instant()));
    }

    /** What became of the set-up, on this day and before. */
    public ObjectProperty<History> historyProperty() {
        return history;
    }

    /** What the last check found; null before the first. */
    public ObjectProperty<@Nullable Report> reportProperty() {
        return report;
    }

    /** Whether the tenant was changed after the last check, which then tells how it was before. */
    public ReadOnlyBooleanProperty outdatedProperty() {
        return outdated.getReadOnlyProperty();
    }

    /** This program changed the tenant: what was found before is no longer so. */
    void changed() {
        outdated.set(report.get() != null);
    }

    /** The check whose finding is to be shown, when the page of the check comes to the front; null for none. */
    public void seek(@Nullable String check) {
        sought = check;
    }

    /** What was sought, once. */
    public @Nullable String sought() {
        var check = sought;
        sought = null;
        return check;
    }

    /** Rises whenever the tenant is found, or made, to be another than the last plan and its outcome say. */
    public ReadOnlyIntegerProperty overtakenProperty() {
        return overtaken.getReadOnlyProperty();
    }

    void overtake() {
        overtaken.set(overtaken.get() + 1);
    }

    /** The practice pair that is in use; null while the work is real. */
    public ReadOnlyObjectProperty<Practice.@Nullable Pair> practiceProperty() {
        return practice.getReadOnlyProperty();
    }

    public Practice.@Nullable Pair practice() {
        return practice.get();
    }

    /** Leaves everything real behind: the set-up begins anew with the pair's server, and only the pair is trusted. */
    public void practiseOn(Practice.Pair pair) throws IOException {
        var anchors = Trust.read(pair.ca());
        var folder = Files.createTempDirectory("practice-journal");
        forget();
        practiceFolder = folder;
        reach.trustOnly(anchors);
        practice.set(pair);
        setup.set(Setup.empty().withServer(pair.server()).withTenant(pair.tenant()));
    }

    /** Ends practice, if it is one, and begins anew. */
    public void forget() {
        var pair = practice.get();
        tenant.set(null);
        snapshot.set(null);
        report.set(null);
        reach.forget();
        practice.set(null);
        history.set(History.NONE);
        setup.set(Setup.empty());
        if (pair != null)
            pair.close();
        empty(practiceFolder);
        practiceFolder = null;
    }

    private static void empty(@Nullable Path folder) {
        if (folder == null)
            return;
        try (var files = Files.list(folder)) {
            for (var file : files.toList())
                Files.delete(file);
            Files.delete(folder);
        } catch (IOException _) {
            folder.toFile().deleteOnExit();
        }
    }

    /**
     * What was done to the open tenant. Practice has a journal of its own, which goes with it.
     *
     * @throws IOException when no tenant is open, or the journal cannot be
     */
    public Journal journal() throws IOException {
        var open = tenant.get();
        if (open == null)
            throw new IOException("no tenant is open");
        var own = practiceFolder;
        return Journal.open(own == null ? state.resolve("journals") : own, open.domain().value());
    }

    /** The clients that were registered to test, one per issuer. Those of practice go with it. */
    public ClientStore clients() {
        var own = practiceFolder;
        return ClientStore.inFolder(own == null ? state.resolve("clients") : own);
    }

    /** Tokens of this session that wait until they have run out. */
    public AgedTokens aged() {
        return aged;
    }

    /**
     * What plans, applies and takes back on the open tenant.
     *
     * @throws IOException when no tenant is open, or its journal cannot be
     */
    public Applier<Tenant> applier() throws IOException {
        var journal = journal();
        var open = Objects.requireNonNull(tenant.get());
        return new Applier<>(open, open.domain().value(), Steps.all(), journal);
    }
}
