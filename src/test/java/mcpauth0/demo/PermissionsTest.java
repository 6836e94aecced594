package mcpauth0.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each call of the Management API takes its permission, and says which. */
class PermissionsTest {

    private static PracticePair pair;
    private static Wire wire;

    @BeforeAll
    static void start() throws Exception {
        pair = PracticePair.start(PracticePair.Options.of(PracticePair.Start.BLANK));
        wire = new Wire(pair);
    }

    @AfterAll
    static void stop() {
        pair.close();
    }

    @ParameterizedTest
    @CsvSource({"GET, tenants/settings, read:tenant_settings", "PATCH, tenants/settings, update:tenant_settings",
            "GET, resource-servers, read:resource_servers", "POST, resource-servers, create:resource_servers",
            "PATCH, resource-servers/x, update:resource_servers", "DELETE, resource-servers/x, delete:resource_servers",
            "GET, client-grants, read:client_grants", "POST, client-grants, create:client_grants",
            "PATCH, client-grants/x, update:client_grants", "DELETE, client-grants/x, delete:client_grants",
            "GET, connections, read:connections", "POST, connections, create:connections",
            "PATCH, connections/x, update:connections", "DELETE, connections/x, delete:connections",
            "GET, connections/x/clients, read:connections", "PATCH, connections/x/clients, update:connections",
            "GET, clients, read:clients", "POST, clients, create:clients", "PATCH, clients/x, update:clients",
            "DELETE, clients/x, delete:clients", "POST, clients/cimd/preview, read:clients",
            "POST, clients/cimd/register, create:clients", "GET, roles, read:roles", "POST, roles, create:roles",
            "PATCH, roles/x, update:roles", "DELETE, roles/x, delete:roles", "GET, roles/x/permissions, read:roles",
            "POST, roles/x/permissions, update:roles", "DELETE, roles/x/permissions, update:roles",
            "GET, roles/x/users, read:users", "POST, roles/x/users, update:roles", "GET, users, read:users",
            "GET, users/x, read:users", "GET, users-by-email, read:users", "GET, users/x/roles, read:users",
            "POST, users/x/roles, update:users", "DELETE, users/x/roles, update:users",
            "GET, users/x/permissions, read:users", "POST, users/x/permissions, update:users",
            "DELETE, users/x/permissions, update:users", "GET, grants, read:grants", "DELETE, grants, delete:grants",
            "DELETE, grants/x, delete:grants", "GET, logs, read:logs", "GET, logs/x, read:logs",
            "GET, rules, read:rules", "GET, custom-domains, read:custom_domains"})
    void callWithoutItsPermissionIsRefusedAndNamesIt(String method, String path, String permission) {
        var refused = wire.api(method, path, method.equals("GET") ? "" : "{}", token(others(permission)));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("errorCode").asText()).isEqualTo("insufficient_scope");
        assertThat(refused.json().path("message").asText()).startsWith("Insufficient scope, expected any of: ")
                .contains(permission);
        assertThat(wire.api(method, path, method.equals("GET") ? "" : "{}", token(List.of(permission))).status())
                .isNotEqualTo(403);
    }

    /** All but this one and those that do as well. */
    private static List<String> others(String permission) {
        var alternatives = switch (permission) {
            case "read:clients" -> List.of("read:client_keys", "read:client_summary");
            case "read:users" -> List.of("read:roles", "read:role_members");
            case "read:logs" -> List.of("read:logs_users");
            default -> List.<String>of();
        };
        var left = new TreeSet<>(Beginnings.PERMISSIONS);
        left.remove(permission);
        left.removeAll(alternatives);
        return List.copyOf(left);
    }

    private static String token(List<String> permissions) {
        return pair.tenant().managementToken(permissions, Duration.ofMinutes(5));
    }
}
