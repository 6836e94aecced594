package mcpauth0.peers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import mcpauth0.demo.PracticePair;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Auth0's deploy tool carries a practice tenant over to another. */
@NeedsNpm
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class DeployToolTest {

    static final String PARTS = "[\"tenant\",\"resourceServers\",\"clients\",\"clientGrants\",\"connections\","
            + "\"databases\",\"roles\"]";

    @TempDir
    Path folder;

    @Test
    @Tag("full")
    void healthyTenantIsExportedAndMakesABlankOneTheSame() throws Exception {
        try (var healthy = PracticePair.start(PracticePair.Options.of(PracticePair.Start.HEALTHY));
                var blank = PracticePair.start(PracticePair.Options.of(PracticePair.Start.BLANK))) {
            healthy.tenant().dashboard("Lin Chen", "POST", "roles", "{\"name\":\"Reader\"}");
            var exported = export(healthy, "before", Map.of("AUTH0_INCLUDED_ONLY", PARTS));
            assertThat(exported).contains("default_for: third_party_clients", "is_domain_connection: true",
                    "resource_parameter_profile: compatibility", "name: Reader");
            assertThat(kept(blank)).isNotEqualTo(kept(healthy));

            tool(blank, List.of("import", "-i", folder.resolve("before/tenant.yaml").toString()),
                    Map.of("AUTH0_INCLUDED_ONLY", PARTS));

            assertThat(kept(blank)).isEqualTo(kept(healthy));
            assertThat(export(blank, "after", Map.of("AUTH0_INCLUDED_ONLY", PARTS))).isEqualTo(exported);
        }
    }

    @Test
    void wholeTenantIsExportedWithAllThatItHasNot() throws Exception {
        try (var pair = PracticePair.start(PracticePair.Options.of(PracticePair.Start.HEALTHY))) {
            pair.tenant().change(state -> state.grants().stream()
                    .filter(grant -> grant.path("client_id").asText().equals(pair.clientId()))
                    .forEach(grant -> grant.put("allow_all_scopes", true).remove("scope")));
            assertThat(export(pair, "whole", Map.of())).contains("name: Practice server");
            assertThat(pair.tenant().requests()).filteredOn(seen -> seen.status() == 401 || seen.status() >= 500)
                    .isEmpty();
        }
    }

    private String export(PracticePair pair, String name, Map<String, String> environment)
            throws IOException, InterruptedException {
        tool(pair, List.of("export", "-f", "yaml", "-o", folder.resolve(name).toString()), environment);
        var file = folder.resolve(name).resolve("tenant.yaml");
        return Files.readString(Files.writeString(file, withoutNobody(Files.readString(file))));
    }

    /** The tool (8.44.0) names a client for a default grant, which has none, and refuses such a file afterwards. */
    private static String withoutNobody(String yaml) {
        return yaml.replaceAll("(?m)^( +- )client_id: undefined_clientId\\R +", "$1");
    }

    static void tool(PracticePair pair, List<String> words, Map<String, String> more)
            throws IOException, InterruptedException {
        var environment = new HashMap<>(more);
        environment.putAll(Map.of("AUTH0_DOMAIN", pair.domain(), "AUTH0_CLIENT_ID", pair.clientId(),
                "AUTH0_CLIENT_SECRET", pair.clientSecret(), "NODE_EXTRA_CA_CERTS", pair.caFile().toString()));
        var command = new ArrayList<>(List.of("node_modules/auth0-deploy-cli/lib/index.js"));
        command.addAll(words);
        Peer.run(command, environment);
    }

    /** What both tenants must have alike: all but ids, and but what is the tenant's own. */
    private static JsonNode kept(PracticePair pair) {
        var state = (ObjectNode) pair.tenant().state();
        var names = new HashMap<String, String>();
        state.path("clients").forEach(client -> names.put(client.path("client_id").asText(),
                client.path("name").asText()));
        removeIf(state, "apis", api -> api.path("is_system").asBoolean());
        removeIf(state, "grants", grant -> grant.path("audience").asText().endsWith("/api/v2/"));
        removeIf(state, "clients", client -> client.path("global").asBoolean());
        for (var connection : state.path("connections")) {
            var enabled = connection.path("enabled_clients");
            var known = ((ObjectNode) connection).putArray("enabled_clients");
            enabled.forEach(id -> known.add(names.get(id.asText())));
        }
        for (var list : List.of("apis", "grants", "connections", "clients", "roles"))
            state.path(list).forEach(each -> ((ObjectNode) each).remove(List.of("id", "client_id")));
        return state;
    }

    private static void removeIf(ObjectNode state, String list, Predicate<JsonNode> own) {
        var left = (ArrayNode) state.path(list);
        for (var at = left.size() - 1; at >= 0; at--)
            if (own.test(left.get(at)))
                left.remove(at);
    }
}
