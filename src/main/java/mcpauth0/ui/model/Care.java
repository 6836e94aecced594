package mcpauth0.ui.model;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mcpauth0.auth0.Creation;
import mcpauth0.auth0.Drift;
import mcpauth0.auth0.Logs;
import mcpauth0.auth0.OwnGrant;
import mcpauth0.auth0.Registrations;
import mcpauth0.auth0.Retirement;
import mcpauth0.auth0.Snapshot;
import mcpauth0.auth0.Steps;
import mcpauth0.auth0.Tenant;
import mcpauth0.auth0.ThirdParty;
import mcpauth0.http.FailureException;
import mcpauth0.oauth.RegisteredClient;
import mcpauth0.plan.Journal;

/**
 * A tenant after the set-up, as it was read.
 *
 * @param applied steps of which something is still in the tenant, each as often as it was done
 * @param logged whether the log can be read
 * @param registrations those that this program did not make
 * @param applications how many there are
 * @param apis how many there are besides Auth0's own
 * @param retired applications that were deleted and can be made again
 * @param own what lets this program in; empty where there is nothing to delete
 */
public record Care(Tenant tenant, List<Drift> drifts, List<String> applied, boolean logged,
        Registrations registrations, int applications, long apis, List<Creation> traces, List<Journal.Entry> retired,
        Optional<OwnGrant> own) {

    /** What a free plan allows of each. */
    public static final int FREE = 10;

    public Care {
        drifts = List.copyOf(drifts);
        applied = List.copyOf(applied);
        traces = List.copyOf(traces);
        retired = List.copyOf(retired);
    }

    /** Sends GET requests alone. */
    static Care read(Session session) throws FailureException, IOException {
        var tenant = session.tenant();
        if (tenant == null)
            throw new IOException("no tenant is open");
        var journal = session.journal();
        session.applier().recover();
        new Retirement(tenant, journal).settle();
        var entries = journal.entries();
        var now = tenant.snapshot(entries);
        var drifts = Drift.find(entries, now);
        var logs = Logs.of(tenant);
        var traces = Creation.find(entries, testClients(session, tenant, now), now);
        return new Care(tenant, logs.isPresent() ? Drift.explained(drifts, logs.get()) : drifts, applied(entries),
                logs.isPresent(), Registrations.read(tenant).without(ids(traces)), now.clients().size(),
                now.apis().stream().filter(api -> !api.system()).count(),
                traces, Retirement.retired(entries), OwnGrant.find(tenant, now));
    }

    private static Set<String> ids(List<Creation> traces) {
        return traces.stream().filter(Creation::own).map(Creation::id).collect(Collectors.toSet());
    }

    private static List<String> applied(List<Journal.Entry> entries) {
        return entries.stream().filter(entry -> entry.state() == Journal.State.DONE && Steps.has(entry.step()))
                .map(Journal.Entry::step).toList();
    }

    /**
     * The clients that logins of this program use, and when they were registered. There is one per issuer, and a tenant has
     * as many issuers as it has domains, so that the tenant itself is asked whose a client is.
     */
    private static Map<String, Instant> testClients(Session session, Tenant tenant, Snapshot now) {
        var store = session.clients();
        var there = now.clients().stream().map(Snapshot.Client::id).collect(Collectors.toSet());
        return store.all().stream()
                .filter(client -> client.issuer().equals(tenant.domain().issuer())
                        || there.contains(client.clientId()))
                .collect(Collectors.toMap(RegisteredClient::clientId,
                        client -> store.since(client.issuer()).orElse(Instant.EPOCH), (one, _) -> one));
    }

    /** As they were found. */
    Map<String, Instant> testClients() {
        return traces.stream().filter(trace -> trace.kind() == Creation.Kind.TEST_CLIENT).collect(Collectors.toMap(
                Creation::id, trace -> Objects.requireNonNullElse(trace.at(), Instant.EPOCH)));
    }

    /** What is proposed for retirement. */
    public List<ThirdParty> stale() {
        return registrations.groups().stream().flatMap(group -> group.members().stream())
                .filter(registrations::stale).toList();
    }

    /** Whether there is anything of this program in the tenant; what it only made again is not its own. */
    public boolean traced() {
        return !applied.isEmpty() || traces.stream().anyMatch(trace -> trace.there() && trace.own());
    }
}
