package mcpauth0.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.auth0.client.mgmt.ManagementApi;
import com.auth0.client.mgmt.core.ObjectMappers;
import com.auth0.client.mgmt.errors.ConflictError;
import com.auth0.client.mgmt.errors.NotFoundError;
import com.auth0.client.mgmt.roles.types.AddRolePermissionsRequestContent;
import com.auth0.client.mgmt.tenants.types.UpdateTenantSettingsRequestContent;
import com.auth0.client.mgmt.types.CreateClientGrantRequestContent;
import com.auth0.client.mgmt.types.CreateConnectionRequestContent;
import com.auth0.client.mgmt.types.CreateResourceServerRequestContent;
import com.auth0.client.mgmt.types.CreateRoleRequestContent;
import com.auth0.client.mgmt.types.ListLogsRequestParameters;
import com.auth0.client.mgmt.types.ListUsersRequestParameters;
import com.auth0.client.mgmt.types.PermissionRequestPayload;
import com.auth0.client.mgmt.types.ResourceServerScope;
import com.auth0.client.mgmt.types.TenantSettingsFlags;
import com.auth0.client.mgmt.types.UpdateConnectionRequestContent;
import com.auth0.client.mgmt.users.types.AssignUserRolesRequestContent;
import java.util.List;
import java.util.stream.StreamSupport;
import mcpauth0.http.Trust;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** Auth0's own library understands the practice tenant. */
class ManagementLibraryTest {

    @Test
    void libraryReadsAndWritesWhatTheStepsNeed() throws Exception {
        try (var pair = PracticePair.start(PracticePair.Options.of(PracticePair.Start.BLANK))) {
            var api = library(pair);

            assertThat(api.tenants().settings().get().getFlags().get().getEnableDynamicClientRegistration()).hasValue(
                    false);
            var settings = api.tenants().settings()
                    .update(UpdateTenantSettingsRequestContent.builder()
                            .flags(TenantSettingsFlags.builder().enableDynamicClientRegistration(true).build())
                            .build());
            assertThat(settings.getFlags().get().getEnableDynamicClientRegistration()).hasValue(true);
            assertThat(settings.getAdditionalProperties()).containsEntry("dynamic_client_registration_security_mode",
                    "strict");

            var made = api.resourceServers()
                    .create(CreateResourceServerRequestContent.builder().identifier(pair.mcpUrl()).name("MCP")
                            .scopes(List.of(ResourceServerScope.builder().value("mcp:use").build())).build());
            assertThat(api.resourceServers().get(pair.mcpUrl()).getId()).isEqualTo(made.getId());
            assertThat(StreamSupport.stream(api.resourceServers().list().spliterator(), false)).hasSize(2);
            assertThatThrownBy(() -> api.resourceServers().get(pair.mcpUrl() + "/"))
                    .isInstanceOf(NotFoundError.class);

            api.clientGrants().create(ObjectMappers.JSON_MAPPER.readValue("""
                {"default_for":"third_party_clients","audience":"%s","scope":["mcp:use"],"subject_type":"user"}"""
                    .formatted(pair.mcpUrl()), CreateClientGrantRequestContent.class));
            var grants = StreamSupport.stream(api.clientGrants().list().spliterator(), false).toList();
            assertThat(grants).hasSize(2);
            assertThat(grants.getLast().getAdditionalProperties()).containsEntry("default_for", "third_party_clients");

            var connections = StreamSupport.stream(api.connections().list().spliterator(), false).toList();
            assertThat(connections).hasSize(2);
            var promoted = api.connections().update(connections.getFirst().getId().get(),
                    UpdateConnectionRequestContent.builder().isDomainConnection(true).build());
            assertThat(promoted.getIsDomainConnection()).hasValue(true);

            assertThat(StreamSupport.stream(api.clients().list().spliterator(), false)).hasSize(3);
        }
    }

    @Test
    void libraryAssignsRolesMakesConnectionsAndReadsTheLog() throws Exception {
        try (var pair = PracticePair.start(PracticePair.Options.of(PracticePair.Start.HEALTHY))) {
            var api = library(pair);
            var made = api.roles().create(CreateRoleRequestContent.builder().name("Reader").build());
            var role = made.getId().orElseThrow();
            assertThatThrownBy(() -> api.roles().create(CreateRoleRequestContent.builder().name("Reader").build()))
                    .isInstanceOf(ConflictError.class);
            api.roles().permissions().add(role, AddRolePermissionsRequestContent.builder()
                    .permissions(List.of(PermissionRequestPayload.builder().resourceServerIdentifier(pair.mcpUrl())
                            .permissionName("mcp:use").build()))
                    .build());
            assertThat(all(api.roles().permissions().list(role))).singleElement()
                    .satisfies(each -> assertThat(each.getResourceServerName()).hasValue("Practice server"));

            var found = all(api.users().list(ListUsersRequestParameters.builder().q("name:Gr*").build()));
            assertThat(found).hasSize(1);
            var grace = found.getFirst().getUserId().orElseThrow();
            api.users().roles().assign(grace, AssignUserRolesRequestContent.builder().roles(List.of(role)).build());
            assertThat(all(api.roles().users().list(role))).extracting(each -> each.getUserId().orElseThrow())
                    .containsExactly(grace);
            assertThat(all(api.users().roles().list(grace))).hasSize(1);

            var connection = api.connections().create(ObjectMappers.JSON_MAPPER.readValue(
                    "{\"name\":\"github\",\"strategy\":\"github\",\"is_domain_connection\":true}",
                    CreateConnectionRequestContent.class));
            assertThat(connection.getIsDomainConnection()).hasValue(true);

            var log = all(api.logs().list(
                    ListLogsRequestParameters.builder().search("description:\"Create a role\"").build()));
            assertThat(log).singleElement()
                    .satisfies(each -> assertThat(each.getClientId()).hasValue(pair.clientId()));
            api.roles().delete(role);
            assertThat(all(api.roles().list())).isEmpty();
        }
    }

    private static <T> List<T> all(Iterable<T> pages) {
        return StreamSupport.stream(pages.spliterator(), false).toList();
    }

    private static ManagementApi library(PracticePair pair) {
        var trust = Trust.only(List.of(pair.authority()));
        return ManagementApi.builder().url("https://" + pair.domain() + "/api/v2").token(pair.managementToken())
                .httpClient(new OkHttpClient.Builder()
                        .sslSocketFactory(trust.context().getSocketFactory(), trust.manager()).build())
                .build();
    }
}
