package mcpauth0.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.auth0.client.mgmt.ManagementApi;
import com.auth0.client.mgmt.core.ObjectMappers;
import com.auth0.client.mgmt.errors.NotFoundError;
import com.auth0.client.mgmt.tenants.types.UpdateTenantSettingsRequestContent;
import com.auth0.client.mgmt.types.CreateClientGrantRequestContent;
import com.auth0.client.mgmt.types.CreateResourceServerRequestContent;
import com.auth0.client.mgmt.types.ResourceServerScope;
import com.auth0.client.mgmt.types.TenantSettingsFlags;
import com.auth0.client.mgmt.types.UpdateConnectionRequestContent;
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
            var trust = Trust.only(List.of(pair.authority()));
            var api = ManagementApi.builder().url("https://" + pair.domain() + "/api/v2").token(pair.managementToken())
                    .httpClient(new OkHttpClient.Builder()
                            .sslSocketFactory(trust.context().getSocketFactory(), trust.manager()).build())
                    .build();

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
}
