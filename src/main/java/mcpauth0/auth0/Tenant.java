package mcpauth0.auth0;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import mcpauth0.http.Failure;
import mcpauth0.http.FailureException;
import mcpauth0.http.Http;
import mcpauth0.plan.Change;
import mcpauth0.plan.Journal;
import mcpauth0.plan.Remote;
import mcpauth0.setup.Secret;
import mcpauth0.setup.TenantDomain;

/** A tenant that the operator has let the program into. Safe for use by several threads, which wait for each other. */
public final class Tenant implements Remote {

    private final TenantDomain domain;
    private final Management management;
    private final Map<Part, List<JsonNode>> remembered = new EnumMap<>(Part.class);
    private final Set<Part> written = EnumSet.noneOf(Part.class);
    private final Map<String, List<JsonNode>> lookedUp = new HashMap<>();
    private final Map<List<String>, Integer> counted = new HashMap<>();
    private final Map<String, Secret> secrets = new HashMap<>();

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

    /** The application that the token was given to; empty where the token does not tell. */
    String clientId() {
        return management.clientId();
    }

    /** What it is reached with: it trusts what is trusted for this tenant. */
    Http http() {
        return management.http();
    }

    /** Reads everything that the steps look at, afresh. */
    public synchronized Snapshot snapshot() throws FailureException {
        refresh();
        counted.clear();
        return seen();
    }

    /** The same with its roles, where the journal has any and the access allows it. */
    public synchronized Snapshot snapshot(List<Journal.Entry> entries) throws FailureException {
        var roles = entries.stream().map(Journal.Entry::receipt).filter(Objects::nonNull)
                .flatMap(receipt -> receipt.path("edits").valueStream())
                .anyMatch(edit -> edit.path("path").asText().startsWith(Part.ROLES.path() + "/"));
        refresh();
        return roles && permissions().contains("read:roles") ? seen(Directory.Question.NONE) : seen();
    }

    /** As it was read last, or written since; what is not remembered is read. */
    synchronized Snapshot seen() throws FailureException {
        return Snapshot.of(part(Part.SETTINGS).getFirst(), part(Part.APIS), part(Part.GRANTS), part(Part.CONNECTIONS),
                part(Part.CLIENTS));
    }

    /** The same with roles and people, as far as they are asked for. */
    synchronized Snapshot seen(Directory.Question question) throws FailureException {
        var roles = part(Part.ROLES);
        var lists = new HashMap<String, List<JsonNode>>();
        for (var reference : question.roles()) {
            var id = Directory.role(roles, reference);
            if (id.isPresent())
                for (var list : Directory.LISTS) {
                    var path = Part.ROLES.path() + "/" + id.get() + "/" + list;
                    lists.put(path, lookUp(path, () -> list.equals("users")
                            ? management.allFrom(path, list, "") // page numbers end after a thousand of them
                            : management.all(path, list, "")));
                }
        }
        if (question.permissions())
            for (var role : roles) {
                var path = Part.ROLES.path() + "/" + Part.idOf(role) + "/permissions";
                lists.put(path, lookUp(path, () -> management.all(path, "permissions", "")));
            }
        var people = new HashMap<String, List<Directory.Person>>();
        for (var email : question.people()) {
            var path = "users-by-email?email=" + URLEncoder.encode(email, StandardCharsets.UTF_8);
            people.put(email, lookUp(path, () -> management.get(path).valueStream().toList()).stream()
                    .map(Directory.Person::of).toList());
        }
        return seen().with(new Directory(roles, lists, people, permissions().contains("update:roles")
                ? Directory.Reach.CHANGE
                : Directory.Reach.READ));
    }

    @FunctionalInterface
    private interface Reading {
        List<JsonNode> read() throws FailureException;
    }

    /**
     * How many people sign in with one of these connections, as Auth0's search knows it, which is a little behind; empty
     * where the token does not allow looking. It is counted once until the tenant is read afresh by {@link #snapshot}.
     */
    public synchronized Optional<Integer> people(List<String> connections) throws FailureException {
        var sorted = connections.stream().sorted().toList();
        var known = counted.get(sorted);
        if (known != null || !permissions().contains("read:users"))
            return Optional.ofNullable(known);
        var query = sorted.stream().map(name -> "identities.connection:\"" + name + "\"")
                .collect(Collectors.joining(" OR "));
        var total = management.get("users?search_engine=v3&page=0&per_page=1&include_totals=true&q="
                + URLEncoder.encode(query, StandardCharsets.UTF_8)).path("total");
        if (!total.isInt())
            return Optional.empty();
        counted.put(sorted, total.intValue());
        return Optional.of(total.intValue());
    }

    /** With that count where it can be had: a plan does not fail for want of it. */
    Snapshot counting(List<String> connections, Snapshot state) throws FailureException {
        if (connections.isEmpty())
            return state;
        try {
            return people(connections).map(count -> state.counting(Map.of(connections, count))).orElse(state);
        } catch (FailureException e) {
            if (e.failure() instanceof Failure.Cancelled)
                throw e;
            return state;
        }
    }

    private List<JsonNode> lookUp(String path, Reading reading) throws FailureException {
        var known = lookedUp.get(path);
        if (known == null) {
            known = reading.read();
            lookedUp.put(path, known);
        }
        return known;
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
        lookedUp.clear();
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

    /** Every item of a list of which nothing is remembered. */
    synchronized List<JsonNode> readAll(String path, String key, String query) throws FailureException {
        return management.all(path, key, query);
    }

    /** The answer to one call of the Management API. */
    synchronized JsonNode call(Change.Call planned) throws FailureException {
        var call = resolved(planned);
        var part = Part.of(call.path()).orElseThrow(() -> new IllegalArgumentException(call.path()));
        written.add(part);
        try {
            var answer = management.send(call);
            keep(part, call, answer);
            return answer;
        } catch (FailureException e) {
            remembered.keySet().removeAll(EnumSet.of(part, Part.GRANTS));
            lookedUp.clear();
            throw e;
        }
    }

    /** The answer to a call that changes nothing. */
    synchronized JsonNode ask(Change.Call call) throws FailureException {
        return management.send(call);
    }

    /** A role that was planned before it had an id gets it now. */
    private Change.Call resolved(Change.Call call) throws FailureException {
        if (!Edit.lists(call.path()))
            return call;
        var path = Directory.UNREAD.with(part(Part.ROLES), Map.of()).path(call.path())
                .orElseThrow(() -> new Failure.Malformed("role", call.path()).asException(null));
        return new Change.Call(call.method(), path, call.body());
    }

    /**
     * The secret of an application that was made since this tenant was opened: Auth0 tells it once. It is kept in memory
     * alone.
     */
    public synchronized Optional<Secret> secretOf(String clientId) {
        return Optional.ofNullable(secrets.get(clientId));
    }

    private void keep(Part part, Change.Call call, JsonNode answer) {
        if (Edit.lists(call.path()))
            lookedUp.remove(call.path());
        else if (part == Part.ROLES || part == Part.USERS)
            lookedUp.keySet().removeIf(path -> path.startsWith(Part.ROLES.path()));
        var secret = answer.path("client_secret").asText("");
        if (!secret.isEmpty())
            secrets.put(answer.path("client_id").asText(), Secret.of(secret));
        if (Edit.lists(call.path()))
            return;
        if (call.path().equals(ImportClientDocuments.REGISTER))
            remembered.remove(part); // the answer is not the application
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
