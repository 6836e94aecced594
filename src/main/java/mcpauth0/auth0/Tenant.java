package mcpauth0.auth0;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import mcpauth0.http.FailureException;
import mcpauth0.http.Http;
import mcpauth0.plan.Change;
import mcpauth0.plan.Remote;
import mcpauth0.setup.TenantDomain;

/** A tenant that the operator has let the program into. Safe for use by several threads, which wait for each other. */
public final class Tenant implements Remote {

    private final TenantDomain domain;
    private final Management management;
    private final Map<Part, List<JsonNode>> remembered = new EnumMap<>(Part.class);
    private final Set<Part> written = EnumSet.noneOf(Part.class);

    Tenant(TenantDomain domain, Management management) {
        this.domain = domain;
        this.management = management;
    }

    public TenantDomain domain() {
        return domain;
    }

    /** The Management API permissions that the token carries; a renewed one may carry others. */
    @Override
    public Set<String> permissions() {
        return management.pass().permissions();
    }

    /** When the token runs out; an application's is renewed before. */
    public Instant expires() {
        return management.pass().expires();
    }

    /** What it is reached with: it trusts what is trusted for this tenant. */
    Http http() {
        return management.http();
    }

    /** Reads everything that the steps look at, afresh. */
    public synchronized Snapshot snapshot() throws FailureException {
        refresh();
        return seen();
    }

    /** As it was read last, or written since; what is not remembered is read. */
    synchronized Snapshot seen() throws FailureException {
        return new Snapshot(Snapshot.Settings.of(part(Part.SETTINGS).getFirst()),
                part(Part.APIS).stream().map(Snapshot.Api::of).toList(),
                part(Part.GRANTS).stream().map(Snapshot.Grant::of).toList(),
                part(Part.CONNECTIONS).stream().map(Snapshot.Connection::of).toList(),
                part(Part.CLIENTS).stream().map(Snapshot.Client::of).toList());
    }

    private List<JsonNode> part(Part part) throws FailureException {
        var known = remembered.get(part);
        if (known == null) {
            known = part.read(management);
            remembered.put(part, known);
        }
        return known;
    }

    @Override
    public synchronized void refresh() {
        remembered.clear();
        written.clear();
    }

    @Override
    public synchronized void confirm() {
        remembered.keySet().removeAll(written);
        written.clear();
    }

    @Override
    public void send(Change.Call call) throws FailureException {
        call(call);
    }

    /** The answer to a GET of what no step looks at, such as the log; nothing of it is remembered. */
    synchronized JsonNode read(String path) throws FailureException {
        return management.get(path);
    }

    /** The answer to one call of the Management API. */
    synchronized JsonNode call(Change.Call call) throws FailureException {
        var part = Part.of(call.path()).orElseThrow(() -> new IllegalArgumentException(call.path()));
        written.add(part);
        try {
            var answer = management.send(call);
            keep(part, call, answer);
            return answer;
        } catch (FailureException e) {
            remembered.keySet().removeAll(EnumSet.of(part, Part.GRANTS));
            throw e;
        }
    }

    private void keep(Part part, Change.Call call, JsonNode answer) {
        var known = remembered.get(part);
        if (known == null)
            return;
        var kept = part.kept(answer);
        var id = call.path().substring(Math.min(part.path().length() + 1, call.path().length()));
        var now = new ArrayList<>(known);
        if (call.method().equals("DELETE"))
            remembered.remove(Part.GRANTS); // they go with their API or client
        var fits = switch (call.method()) {
            case "POST" -> answer.isObject() && !Part.idOf(kept).isEmpty() && now.add(kept);
            case "DELETE" -> now.removeIf(item -> Part.idOf(item).equals(id));
            case "PATCH" -> answer.isObject() && (part == Part.SETTINGS
                    ? replace(now, _ -> true, kept)
                    : replace(now, item -> Part.idOf(item).equals(id), kept));
            default -> false;
        };
        if (fits)
            remembered.put(part, List.copyOf(now));
        else
            remembered.remove(part);
    }

    private static boolean replace(List<JsonNode> items, Predicate<JsonNode> which, JsonNode with) {
        var found = items.stream().anyMatch(which);
        items.replaceAll(item -> which.test(item) ? with : item);
        return found;
    }

    @Override
    public void onPause(Consumer<Duration> listener) {
        management.onPause(listener);
    }
}
