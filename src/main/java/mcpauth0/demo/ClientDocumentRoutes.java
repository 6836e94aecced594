package mcpauth0.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * {@code clients/cimd}: applications that are described by a client ID metadata document. The tenant looks at one and
 * imports it; a second import brings the application up to date. Documents that prove themselves with a key are for
 * Auth0's enterprise plans, so they are refused here.
 */
final class ClientDocumentRoutes {

    private static final Set<String> USED = Set.of("client_id", "client_name", "redirect_uris", "grant_types",
            "response_types", "token_endpoint_auth_method", "logo_uri", "scope");

    private final Core core;

    ClientDocumentRoutes(Core core) {
        this.core = core;
    }

    void on(Guard guard) {
        guard.on("POST", "clients/cimd/preview", "Preview a client from its metadata document", request -> {
            var url = url(request);
            return Outgoing.json(200, answer(url, document(url), known(url)));
        }, "read:clients");
        guard.on("POST", "clients/cimd/register", "Register a client from its metadata document", request -> {
            var url = url(request);
            var document = document(url);
            if (!violations(url, document).isEmpty())
                throw Refusal.management(400, "The Client Metadata document at " + url + " cannot be applied.",
                        "invalid_body");
            var known = known(url);
            if (known == null && core.full())
                throw Refusal.tooManyEntities();
            var client = known == null ? made(url) : known;
            apply(document, client);
            return Outgoing.json(known == null ? 201 : 200, answer(url, document, client));
        }, "create:clients");
    }

    private static String url(Incoming request) {
        var url = Body.of(request, Set.of("external_client_id")).required("external_client_id", 600);
        try {
            var uri = URI.create(url);
            var host = uri.getHost();
            if ("https".equals(uri.getScheme()) && host != null && !host.equals("localhost")
                    && uri.getRawPath().length() > 1)
                return url;
        } catch (IllegalArgumentException e) {
            throw notAnAddress();
        }
        throw notAnAddress();
    }

    private static Refusal notAnAddress() {
        return Refusal.invalidBody(
                "'Object didn't pass validation for format client-id-metadata-document-url' on property external_client_id.");
    }

    private ObjectNode document(String url) {
        var document = core.state().documents().get(url);
        if (document == null)
            throw Refusal.management(400, "The Client Metadata at " + url + " could not be retrieved.",
                    "invalid_body");
        return document;
    }

    private @Nullable ObjectNode known(String url) {
        return TenantState.find(core.state().clients(), "external_client_id", url);
    }

    private ObjectNode made(String url) {
        var client = Shapes.strictClient(core.ids(), "", "none", List.of(), List.of());
        client.put("external_client_id", url).put("external_metadata_type", "cimd")
                .put("external_metadata_created_by", "admin");
        core.state().clients().add(client);
        return client;
    }

    private static void apply(ObjectNode document, ObjectNode client) {
        mapped(document).properties().forEach(field -> client.set(field.getKey(), field.getValue()));
    }

    private static ObjectNode answer(String url, ObjectNode document, @Nullable ObjectNode client) {
        var answer = Shapes.node();
        if (client != null)
            answer.put("client_id", client.path("client_id").asText());
        var mapped = Shapes.node().put("external_client_id", url);
        mapped.setAll(mapped(document));
        answer.set("mapped_fields", mapped);
        var violations = violations(url, document);
        var validation = answer.putObject("validation").put("valid", violations.isEmpty());
        violations.forEach(validation.putArray("violations")::add);
        var ignored = new TreeSet<String>();
        document.fieldNames().forEachRemaining(name -> {
            if (!USED.contains(name))
                ignored.add(name);
        });
        var warnings = validation.putArray("warnings");
        if (!ignored.isEmpty())
            warnings.add("Ignoring unsupported properties: " + String.join(", ", ignored) + ".");
        return answer;
    }

    private static ObjectNode mapped(ObjectNode document) {
        var mapped = Shapes.node().put("name", document.path("client_name").asText());
        mapped.set("callbacks", document.path("redirect_uris").deepCopy());
        if (document.has("logo_uri"))
            mapped.put("logo_uri", document.path("logo_uri").asText());
        var grants = mapped.putArray("grant_types");
        for (JsonNode grant : document.path("grant_types"))
            if (List.of("authorization_code", "refresh_token").contains(grant.asText()))
                grants.add(grant.asText());
        return mapped.put("app_type", "native").put("token_endpoint_auth_method",
                document.path("token_endpoint_auth_method").asText("none"));
    }

    /** Auth0 does not publish these sentences; they are ours. */
    private static List<String> violations(String url, ObjectNode document) {
        var found = new ArrayList<String>();
        if (!document.path("client_id").asText().equals(url))
            found.add("client_id does not match the address of the document.");
        if (document.path("redirect_uris").isEmpty())
            found.add("redirect_uris is required.");
        if (!document.path("token_endpoint_auth_method").asText("none").equals("none"))
            found.add("token_endpoint_auth_method "
                    + document.path("token_endpoint_auth_method").asText() + " is not available for this tenant.");
        return found;
    }
}
