package mcpauth0.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An Auth0 tenant on loopback that behaves like a real one as far as the set-up and the checks can see, down to the
 * texts of its errors. Requests are answered one at a time.
 */
public final class PracticeTenant {

    /** One of the two people of the tenant, kept in its user database. */
    public static final String USER = "ada@example.com";
    /** The other one, with the same password. */
    public static final String SECOND_USER = "grace@example.com";
    public static final String PASSWORD = "practice";

    private final Loopback loopback;
    private final @Nullable Loopback custom;
    private final Core core;
    private final String setupClient;
    private final ReentrantLock lock = new ReentrantLock();
    private final Accidents accidents = new Accidents();
    private final Confided confided = new Confided();
    private PracticePair.@Nullable SigningApplication signing;

    private PracticeTenant(Loopback loopback, @Nullable Loopback custom, Core core, String setupClient) {
        this.loopback = loopback;
        this.custom = custom;
        this.core = core;
        this.setupClient = setupClient;
    }

    /**
     * @param mcpUrl the address of the pair's server
     * @param faults of kind {@link Fault.Kind#TENANT}
     */
    static PracticeTenant start(PracticePair.Options options, Authority authority, String mcpUrl, Set<String> faults)
            throws IOException {
        var loopback = Loopback.open(options.port(), authority.good());
        var pending = faults.contains("tls-as-domain");
        var custom = options.customDomain()
                ? Loopback.open(0, pending ? OddCertificates.pending(authority) : authority.good())
                : null;
        var domain = "localhost:" + loopback.port();
        var ids = new Ids();
        var crowded = faults.contains("reg-dcr-quota");
        var plan = options.freePlan() ? Plan.FREE : crowded ? Plan.LARGE.crowded() : Plan.LARGE;
        var core = new Core(domain, domain, mcpUrl, new TenantState(), new SigningKeys(domain, ids), ids,
                Clock.systemUTC(), Set.copyOf(faults), plan, options.age() != PracticePair.Age.NEW);
        var beginnings = new Beginnings(core);
        var setupClient = beginnings.blank();
        beginnings.aged(options.age());
        if (options.start() == PracticePair.Start.HEALTHY)
            beginnings.healthy();
        if (crowded)
            beginnings.crowd();
        if (custom != null)
            beginnings.at("localhost:" + custom.port());
        var tenant = new PracticeTenant(loopback, custom, core, setupClient);
        tenant.open(new Distance(options.distance()));
        return tenant;
    }

    private void open(Distance distance) {
        var issued = new Issued(core);
        var limit = new RateLimit(core.plan().perSecond(), core.clock());
        routes(loopback.through(distance), core, issued, limit);
        loopback.start();
        if (custom != null) {
            routes(custom.through(distance), core.at("localhost:" + custom.port()), issued, limit);
            custom.start();
        }
    }

    private void routes(Loopback at, Core here, Issued issued, RateLimit limit) {
        at.through(accidents).through(confided).through((request, next) -> {
            lock.lock();
            try {
                return next.answer(request);
            } finally {
                lock.unlock();
            }
        });
        var rules = new AccessRules(here);
        new DiscoveryDocuments(here).on(at);
        new RegistrationEndpoint(here).on(at);
        new Authorization(here, issued, new Admission(here, rules)).on(at);
        new TokenEndpoint(here, issued, rules, new Mint(here, rules)).on(at);
        new UserInfo(here).on(at);
        var guard = new Guard(here, at, limit);
        new SettingsRoutes(here).on(guard);
        new ApiRoutes(here).on(guard);
        new GrantRoutes(here).on(guard);
        new ConnectionRoutes(here).on(guard);
        new ClientRoutes(here, issued).on(guard);
        new ClientDocumentRoutes(here).on(guard);
        new RoleRoutes(here).on(guard);
        new UserRoutes(here).on(guard);
        new OtherRoutes(here).on(guard);
        new LogRoutes(here).on(guard);
        AbsentRoutes.on(guard);
    }

    /** Where people sign in: the custom domain where there is one. */
    String loginDomain() {
        return custom == null ? core.domain() : "localhost:" + custom.port();
    }

    String domain() {
        return core.domain();
    }

    /** The keys that tokens are verified with, as published, whether or not the address for them works. */
    JWKSet keys() {
        try {
            return JWKSet.parse(core.keys().published(true).toString());
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    String clientId() {
        return setupClient;
    }

    String clientSecret() {
        return core.state().secrets().getOrDefault(setupClient, "");
    }

    PracticePair.SigningApplication signingApplication() {
        lock.lock();
        try {
            if (signing == null)
                signing = new Beginnings(core).signing();
            return signing;
        } finally {
            lock.unlock();
        }
    }

    String managementToken() {
        return managementToken(Beginnings.PERMISSIONS, Duration.ofDays(1));
    }

    /**
     * A Management API token of the set-up's own application.
     *
     * @param lifetime from now; negative for one that has run out
     */
    public String managementToken(Collection<String> permissions, Duration lifetime) {
        return new Mint(core, new AccessRules(core)).management(setupClient, permissions, lifetime);
    }

    /**
     * An access token for the practice server as its user was given it some time ago.
     *
     * @param lifetime from then on; shorter than {@code since} for one that has run out
     */
    public String oldToken(Duration since, Duration lifetime) {
        return new Mint(core, new AccessRules(core)).old(since, lifetime);
    }

    /** In the order in which they were answered, those to a custom domain after the others. */
    public List<Seen> requests() {
        if (custom == null)
            return loopback.requests();
        return Stream.concat(loopback.requests().stream(), custom.requests().stream()).toList();
    }

    /** Settings, apis, grants, connections, clients and roles with all that hangs on them, each in a stable order: equal text means equal state. */
    public JsonNode state() {
        lock.lock();
        try {
            var state = core.state();
            var all = Shapes.node();
            all.set("settings", state.settings().deepCopy());
            put(all, "apis", state.apis());
            put(all, "grants", state.grants());
            put(all, "connections", state.connections());
            put(all, "clients", state.clients());
            put(all, "roles", state.roles());
            put(all, "rolePermissions", state.rolePermissions());
            put(all, "roleMembers", state.roleMembers());
            put(all, "userPermissions", state.userPermissions());
            return all;
        } finally {
            lock.unlock();
        }
    }

    /** Every secret that came in or went out so far: tokens, codes, secrets of applications, passwords. */
    public Set<String> secrets() {
        return confided.all();
    }

    /** An edit by somebody else's hand: no request, no log entry. */
    public void change(Consumer<TenantState> edit) {
        lock.lock();
        try {
            edit.accept(core.state());
        } finally {
            lock.unlock();
        }
    }

    /**
     * A change by somebody in the dashboard: the request is carried out with all permissions, whatever the rate limit,
     * and the tenant's log names the person. It is not among the {@link #requests}.
     *
     * @param name of the person, such as {@code Lin Chen}; the address is made from it
     * @param path below {@code /api/v2/}
     * @param json the body, empty for none
     * @return the answer's body
     * @throws IllegalArgumentException when the tenant refuses
     */
    public JsonNode dashboard(String name, String method, String path, String json) {
        var token = new Mint(core, new AccessRules(core)).dashboard(name, Beginnings.PERMISSIONS);
        var headers = new Headers();
        headers.add("Authorization", "Bearer " + token);
        headers.add("User-Agent", "Mozilla/5.0");
        headers.add("X-Practice-Dashboard", "yes");
        try {
            var answer = loopback.ask(new Incoming(method, "/api/v2/" + path, "", headers,
                    json.getBytes(StandardCharsets.UTF_8), 0, Map.of()));
            var text = new String(answer.body(), StandardCharsets.UTF_8);
            if (answer.status() >= 400)
                throw new IllegalArgumentException(text);
            return Incoming.parsed(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Plants what happened long ago. */
    public void past(Consumer<Past> story) {
        lock.lock();
        try {
            story.accept(new Past(core));
        } finally {
            lock.unlock();
        }
    }

    /**
     * The next request that fits is not done and gets this answer instead.
     *
     * @param request asked with status 0
     */
    public void failNext(Predicate<Seen> request, int status) {
        failNext(request, status, "The practice tenant was told to fail here.");
    }

    /** The same, with a body of its own: JSON, or plain text. */
    public void failNext(Predicate<Seen> request, int status, String body) {
        accidents.instead(request, status, body);
    }

    /** The connection of the next request that fits is closed without an answer, and nothing is done. */
    public void dropNext(Predicate<Seen> request) {
        accidents.instead(request, 0, "");
    }

    /** The next request that fits is done, but its answer gets lost: the connection is closed. */
    public void loseAnswer(Predicate<Seen> request) {
        accidents.after(request);
    }

    void close() {
        loopback.close();
        if (custom != null)
            custom.close();
    }

    private static void put(ObjectNode all, String name, List<ObjectNode> items) {
        var array = all.putArray(name);
        items.forEach(item -> array.add(item.deepCopy()));
    }
}
