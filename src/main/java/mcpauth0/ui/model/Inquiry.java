package mcpauth0.ui.model;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Future;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import mcpauth0.auth0.Applications;
import mcpauth0.auth0.Logs;
import mcpauth0.auth0.Snapshot;
import mcpauth0.auth0.Tenant;
import mcpauth0.diagnose.Report;
import mcpauth0.diagnose.client.AccessLog;
import mcpauth0.diagnose.client.Clients;
import mcpauth0.diagnose.client.Explanation;
import mcpauth0.diagnose.client.Likeness;
import mcpauth0.diagnose.login.LogGlance;
import mcpauth0.http.FailureException;
import mcpauth0.setup.McpUrl;
import mcpauth0.setup.Setup;
import mcpauth0.ui.Services;
import org.jspecify.annotations.Nullable;

/** Asks everything that is known why a client did not connect: nothing is sent but a reading of the tenant's log. */
public final class Inquiry {

    /** Whether the tenant's log was part of it. */
    public enum TenantLog {
        /** It was looked at, and tells why. */
        READ,
        /** It was looked at, and has no sign-in of this client that failed. */
        NOTHING,
        /** It was looked at: the client got a token. */
        TOKEN,
        /** No tenant is open. */
        NO_TENANT,
        /** The access does not allow it. */
        NOT_ALLOWED,
        /** It did not answer. */
        FAILED;

        /** As in texts: {@code inquiry.log.<id>}. */
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * What came of it.
     *
     * @param shown what the client showed
     * @param checked when the check that it goes by was run; null where there was none
     */
    public record Answer(Explanation told, TenantLog log, String shown, McpUrl server, Instant asked,
            @Nullable Instant checked) {
    }

    private final Services services;
    private final Session session;
    private final ReadOnlyObjectWrapper<@Nullable Answer> answer = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private @Nullable Future<?> running;

    public Inquiry(Services services, Session session) {
        this.services = services;
        this.session = session;
    }

    /** Null while nothing was asked. */
    public ReadOnlyObjectProperty<@Nullable Answer> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /**
     * Asks; the answer comes through {@link #answerProperty()}.
     *
     * @param shown what the client showed; empty for nothing
     * @param pasted lines of an access log; empty for none
     */
    public void ask(String client, String shown, String pasted) {
        cancel();
        var setup = session.setup();
        var server = setup.server();
        if (server == null)
            return;
        var report = session.reportProperty().get();
        var here = report != null && report.target().equals(server) ? report : null;
        var tenant = session.tenant();
        var snapshot = session.snapshot();
        var now = services.clock().instant();
        busy.set(true);
        running = services.work().start(
                () -> answer(client, shown, pasted, setup, server, here, tenant, snapshot, now), this::done,
                _ -> done(null));
    }

    private void done(@Nullable Answer told) {
        busy.set(false);
        answer.set(told);
    }

    /** @return whether something was under way */
    public boolean cancel() {
        var task = running;
        running = null;
        var was = busy.get();
        if (task != null)
            task.cancel(true);
        busy.set(false);
        return was;
    }

    /** What was answered is about another client now. */
    public void clear() {
        cancel();
        answer.set(null);
    }

    private static Answer answer(String client, String shown, String pasted, Setup setup, McpUrl server,
            @Nullable Report report, @Nullable Tenant tenant, @Nullable Snapshot snapshot, Instant now) {
        var profile = Clients.of(client);
        var log = pasted.isBlank() ? null : AccessLog.parse(pasted);
        var seen = TenantLog.NO_TENANT;
        var glance = LogGlance.NOTHING;
        if (tenant != null) {
            var logs = Logs.of(tenant);
            seen = TenantLog.NOT_ALLOWED;
            if (logs.isPresent())
                try {
                    var audience = setup.audience();
                    glance = LogGlance.at(logs.get(), snapshot, audience == null ? server.value() : audience,
                            new Likeness(profile, made(setup, snapshot, client))::fits, now);
                    seen = glance.story().isPresent()
                            ? TenantLog.READ
                            : glance.tokenIssued() ? TenantLog.TOKEN : TenantLog.NOTHING;
                } catch (FailureException e) {
                    seen = TenantLog.FAILED;
                }
        }
        return new Answer(Explanation.of(profile, shown, log, server, glance, report), seen, shown, server, now,
                report == null ? null : report.started());
    }

    private static Set<String> made(Setup setup, @Nullable Snapshot snapshot, String client) {
        var made = new HashSet<String>();
        var audience = setup.audience();
        if (snapshot != null && audience != null)
            for (var application : setup.registration().applications())
                if (application.client().equals(client))
                    Applications.made(snapshot, audience, application).ifPresent(found -> made.add(found.id()));
        return made;
    }
}
