package mcpauth0.oauth;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import mcpauth0.http.Failure;
import mcpauth0.http.Json;
import mcpauth0.oauth.RegistrationOutcome.Failed;
import mcpauth0.oauth.RegistrationOutcome.Refused;
import mcpauth0.oauth.RegistrationOutcome.Registered;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Getting a client, once per issuer. */
class RegistrationTest {

    @TempDir
    private Path folder;
    private Script script;

    @BeforeEach
    void start() throws IOException {
        script = new Script();
    }

    @AfterEach
    void stop() {
        script.close();
    }

    @Test
    void theRequestSaysWhatThisProgramIs() {
        script.on("/register", Script.json(201, "{\"client_id\":\"c\",\"token_endpoint_auth_method\":\"none\"}"));
        var outcome = (Registered) registration(ClientStore.inMemory()).client(metadata());
        assertThat(outcome.remembered()).isFalse();
        assertThat(outcome.client().redirectUris()).isEqualTo(LoopbackPorts.STANDARD.redirectUris());
        var sent = Json.parse(requireNonNull(script.asked("/register").getFirst().getBody()).utf8()).orElseThrow();
        assertThat(sent.path("application_type").asText()).isEqualTo("native");
        assertThat(sent.path("token_endpoint_auth_method").asText()).isEqualTo("none");
        assertThat(sent.path("client_name").asText()).isEqualTo("MCP Auth0 Setup");
        assertThat(sent.path("grant_types").toString()).isEqualTo("[\"authorization_code\",\"refresh_token\"]");
        assertThat(sent.path("response_types").toString()).isEqualTo("[\"code\"]");
        assertThat(sent.path("redirect_uris")).hasSize(3)
                .allMatch(uri -> uri.asText().matches("http://127\\.0\\.0\\.1:\\d+/callback"));
        assertThat(sent).hasSize(6);
    }

    @Test
    void aClientIsUsedAgainAcrossRuns() throws IOException {
        script.on("/register", Script.json(200, "{\"client_id\":\"c\",\"token_endpoint_auth_method\":\"none\"}"));
        var store = folder.resolve("clients");
        registration(ClientStore.inFolder(store)).client(metadata());
        var again = (Registered) registration(ClientStore.inFolder(store)).client(metadata());
        assertThat(again.remembered()).isTrue();
        assertThat(again.client().clientId()).isEqualTo("c");
        assertThat(script.asked("/register")).hasSize(1);
        try (var files = Files.list(store)) {
            var file = files.findFirst().orElseThrow();
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix"))
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
            Files.writeString(file, "broken");
        }
        assertThat(((Registered) registration(ClientStore.inFolder(store)).client(metadata())).remembered()).isFalse();
        assertThat(script.asked("/register")).hasSize(2);
    }

    @Test
    void secretsAreNeitherWrittenNorPrinted() throws IOException {
        script.on("/register", Script.json(201, "{\"client_id\":\"c\",\"client_secret\":\"MARKED\","
                + "\"registration_access_token\":\"MARKED\",\"token_endpoint_auth_method\":\"client_secret_basic\"}"));
        var outcome = (Registered) registration(ClientStore.inFolder(folder)).client(metadata());
        assertThat(requireNonNull(outcome.client().secret()).reveal()).isEqualTo("MARKED");
        assertThat(outcome.client().authMethod()).isEqualTo(AuthMethod.SECRET_BASIC);
        assertThat(outcome.client().toString()).doesNotContain("MARKED");
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void refusalsKeepTheServersWords() {
        script.on("/register", Script.json(403, "{\"statusCode\":403,\"error\":\"Forbidden\",\"message\":\"You reached "
                + "the limit of entities of this type for this tenant.\",\"errorCode\":\"too_many_entities\"}"));
        assertThat(registration(ClientStore.inMemory()).client(metadata())).asInstanceOf(type(Refused.class))
                .returns(403, Refused::status).returns("too_many_entities", Refused::error)
                .satisfies(refused -> assertThat(refused.text()).startsWith("You reached the limit"));
        script.on("/register", Script.json(400, "{\"error\":\"invalid_redirect_uri\",\"error_description\":\"no\"}"));
        assertThat(registration(ClientStore.inMemory()).client(metadata())).asInstanceOf(type(Refused.class))
                .returns("invalid_redirect_uri", Refused::error).returns("no", Refused::text);
        assertThat(script.asked("/register")).hasSize(2);
    }

    @Test
    void uselessAnswersFail() {
        for (var body : List.of("{}", "[]", "<html>", "{\"client_id\":7}",
                "{\"client_id\":\"c\",\"token_endpoint_auth_method\":\"private_key_jwt\"}",
                "{\"client_id\":\"c\",\"token_endpoint_auth_method\":\"client_secret_post\"}")) {
            script.on("/register", Script.json(201, body));
            assertThat(registration(ClientStore.inMemory()).client(metadata())).as(body)
                    .asInstanceOf(type(Failed.class)).extracting(Failed::failure).isInstanceOf(Failure.Malformed.class);
        }
        var none = metadata().raw().deepCopy();
        none.remove("registration_endpoint");
        assertThat(registration(ClientStore.inMemory()).client(new ServerMetadata(none)))
                .asInstanceOf(type(Failed.class)).returns(null, Failed::exchange);
        var unsafe = metadata().raw().deepCopy().put("registration_endpoint", "http://as.example/register");
        assertThat(registration(ClientStore.inMemory()).client(new ServerMetadata(unsafe)))
                .isInstanceOf(Failed.class);
    }

    private Registration registration(ClientStore store) {
        return new Registration(script.http(), store, LoopbackPorts.STANDARD, Duration.ofSeconds(5));
    }

    private ServerMetadata metadata() {
        return new ServerMetadata(
                Json.object().put("issuer", script.url("")).put("registration_endpoint", script.url("/register")));
    }
}
