package mcpauth0.auth0;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import mcpauth0.auth0.ManagementAccess.Entry;
import mcpauth0.demo.PracticePair;
import mcpauth0.demo.Seen;
import mcpauth0.http.Exchange;
import mcpauth0.http.Exchanges;
import mcpauth0.http.Http;
import mcpauth0.http.Network;
import mcpauth0.http.Trust;
import mcpauth0.plan.Applier;
import mcpauth0.plan.Journal;
import mcpauth0.plan.Outcome;
import mcpauth0.plan.Progress;
import mcpauth0.setup.McpUrl;
import mcpauth0.setup.Secret;
import mcpauth0.setup.Setup;
import mcpauth0.setup.TenantDomain;

/** A practice tenant, a journal, and as many fresh starts of the program as a test wants. */
final class Bench implements AutoCloseable {

    final PracticePair pair;
    private final Path folder;
    private final List<Http> opened = new ArrayList<>();

    Bench(PracticePair.Options options, Path folder) throws IOException {
        this.pair = PracticePair.start(options);
        this.folder = folder;
    }

    /** Everything that can be chosen is. */
    Setup setup() {
        var empty = Setup.empty();
        return empty.withServer(McpUrl.parse(pair.mcpUrl()).orThrow()).withTenant(domain())
                .withApi(empty.api().withName("Practice tools"))
                .withConnections(List.of("Username-Password-Authentication")).withDefaultAudience(true);
    }

    TenantDomain domain() {
        return TenantDomain.parse(pair.domain()).orThrow();
    }

    /** The program, started anew. */
    Applier<Tenant> start() throws IOException {
        return start(tenant());
    }

    Applier<Tenant> start(Tenant tenant) throws IOException {
        return new Applier<>(tenant, pair.domain(), Steps.all(), journal());
    }

    Journal journal() throws IOException {
        return Journal.open(folder, pair.domain());
    }

    Tenant tenant() {
        return tenant(_ -> {
        });
    }

    /** @param listener told of each exchange, on its thread; what it throws ends the program there */
    Tenant tenant(Consumer<Exchange> listener) {
        return enter(new Credentials.Application(pair.clientId(), Secret.of(pair.clientSecret())), listener);
    }

    Tenant tenant(Collection<String> permissions) {
        return enter(new Credentials.Token(
                Secret.of(pair.tenant().managementToken(permissions, Duration.ofMinutes(5)))), _ -> {
                });
    }

    private Tenant enter(Credentials credentials, Consumer<Exchange> listener) {
        var exchanges = new Exchanges();
        var http = new Http(Network.system().withTrust(Trust.only(List.of(pair.authority()))), exchanges);
        opened.add(http);
        if (!(ManagementAccess.open(http, domain(), credentials) instanceof Entry.Open(var tenant)))
            throw new AssertionError("not let in");
        exchanges.listen(listener);
        return tenant;
    }

    /** Plans and applies everything, in a fresh start. */
    void applyAll() throws Exception {
        var applier = start();
        assertThat(applier.apply(applier.plan(setup()), Progress.SILENT)).isInstanceOf(Outcome.Proven.class);
    }

    void undoAll() throws IOException {
        assertThat(start().undo(List.of(), Progress.SILENT)).isInstanceOf(Outcome.Proven.class);
    }

    String state() {
        return pair.tenant().state().toPrettyString();
    }

    /** The Management API requests since the last look. */
    List<Seen> since(int before) {
        var all = pair.tenant().requests();
        return all.subList(before, all.size()).stream().filter(seen -> seen.path().startsWith("/api/v2/")).toList();
    }

    int count() {
        return pair.tenant().requests().size();
    }

    @Override
    public void close() {
        opened.forEach(Http::close);
        pair.close();
    }
}
