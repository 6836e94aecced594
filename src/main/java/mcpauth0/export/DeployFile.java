package mcpauth0.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import mcpauth0.http.Json;
import mcpauth0.setup.Setup;
import mcpauth0.text.Texts;

/**
 * {@code tenant.yaml} for Auth0's deploy tool (8.44), which knows objects by their names and has an order of its own: the
 * settings, and with them registration, come last there too.
 */
final class DeployFile implements Export {

    private static final String DATABASE = "Username-Password-Authentication";

    /** Connections that Auth0 calls like their strategy; the set-up knows no more of one than its name. */
    private static final Set<String> SOCIAL = Set.of("google-oauth2", "github", "facebook", "apple", "windowslive",
            "linkedin", "twitter", "amazon", "bitbucket", "dropbox", "box", "paypal", "salesforce", "yahoo",
            "wordpress", "shopify", "line");

    @Override
    public String id() {
        return "auth0-deploy-cli";
    }

    @Override
    public Group group() {
        return Group.TENANT;
    }

    @Override
    public String fileName() {
        return "tenant.yaml";
    }

    @Override
    public String write(HandOver facts, Texts texts) {
        var setup = facts.setup();
        var tasks = Tasks.of(setup);
        var text = new StringBuilder(Remark.of("# ", Template.said("head", facts, texts))).append('\n');
        text.append(TenantNotes.note("# ", "deploy-run", texts)).append('\n');
        text.append("#   AUTH0_DOMAIN=" + Objects.requireNonNull(setup.tenant()).value()
                + " AUTH0_CLIENT_ID=… AUTH0_CLIENT_SECRET=… npx auth0-deploy-cli@8.44.0 import --input_file "
                + fileName() + "\n");
        text.append(TenantNotes.note("# ", "tenant-existing", texts)).append('\n');
        var left = TenantNotes.leftOut("# ", setup, texts);
        if (!left.isEmpty())
            text.append(left).append('\n');
        section(text, "create-api", "resourceServers", tasks.made("resource-servers"), texts);
        section(text, "grant-third-party-clients", "clientGrants", tasks.made("client-grants"), texts);
        connections(text, setup, texts);
        section(text, "create-roles", "roles",
                tasks.made("roles").stream().map(role -> filled(role, tasks)).toList(), texts);
        clients(text, tasks, texts);
        text.append('\n').append(TenantNotes.step("# ", "understand-resource", texts)).append('\n');
        if (setup.defaultAudience())
            text.append(TenantNotes.step("# ", "set-default-audience", texts)).append('\n');
        if (setup.dynamicRegistration())
            text.append(TenantNotes.step("# ", "open-registration", texts)).append('\n');
        text.append("tenant:\n").append(yaml(tasks.settings(), "  "));
        if (setup.dynamicRegistration() && !setup.registration().permissive())
            text.append(TenantNotes.note("  # ", "tenant-mode", texts))
                    .append("\n  # dynamic_client_registration_security_mode: strict\n");
        return text.toString();
    }

    private static ObjectNode filled(ObjectNode role, Tasks tasks) {
        var all = role.deepCopy();
        tasks.permissions(role.path("name").asText()).forEach(each -> all.setAll(each));
        return all;
    }

    private static void connections(StringBuilder text, Setup setup, Texts texts) {
        var names = setup.connections().stream().distinct().toList();
        section(text, "promote-connections", "databases",
                names.stream().filter(DATABASE::equals).map(name -> connection(name, "auth0")).toList(), texts);
        section(text, "promote-connections", "connections",
                names.stream().filter(SOCIAL::contains).map(name -> connection(name, name)).toList(), texts);
        var others = names.stream().filter(name -> !name.equals(DATABASE) && !SOCIAL.contains(name)).toList();
        if (!others.isEmpty())
            text.append('\n').append(TenantNotes.note("# ", "deploy-connections", texts, String.join(", ", others)))
                    .append("\n#   auth0 api patch connections/… --data '{\"is_domain_connection\":true}'\n");
    }

    private static ObjectNode connection(String name, String strategy) {
        return Json.object().put("name", name).put("strategy", strategy).put("is_domain_connection", true);
    }

    /** A document is asked for a name too, which then is what the document says. */
    private static void clients(StringBuilder text, Tasks tasks, Texts texts) {
        var applications = tasks.made("clients");
        var documents = tasks.made("clients/cimd/register").stream()
                .map(body -> Json.object().put("name", body.path("external_client_id").asText()).<ObjectNode>setAll(
                        body))
                .toList();
        section(text, "create-application", "clients", applications, texts);
        if (applications.isEmpty())
            section(text, "import-client-documents", "clients", documents, texts);
        else if (!documents.isEmpty())
            text.append(TenantNotes.step("  # ", "import-client-documents", texts)).append('\n')
                    .append(items(documents));
    }

    private static void section(StringBuilder text, String step, String name, List<ObjectNode> items, Texts texts) {
        if (!items.isEmpty())
            text.append('\n').append(step.equals("create-roles")
                    ? TenantNotes.title("# ", step, texts)
                    : TenantNotes.step("# ", step, texts)).append('\n').append(name).append(":\n")
                    .append(items(items));
    }

    private static String items(List<ObjectNode> items) {
        return items.stream().map(item -> item(item, "  ")).collect(Collectors.joining());
    }

    private static String item(JsonNode item, String indent) {
        return indent + "- "
                + (item.isContainerNode() ? yaml(item, indent + "  ").stripLeading() : scalar(item) + "\n");
    }

    private static String yaml(JsonNode node, String indent) {
        return node instanceof ArrayNode
                ? node.valueStream().map(item -> item(item, indent)).collect(Collectors.joining())
                : node.properties().stream()
                        .map(field -> indent + field.getKey() + ":" + (field.getValue().isContainerNode()
                                ? "\n" + yaml(field.getValue(), indent + "  ")
                                : " " + scalar(field.getValue()) + "\n"))
                        .collect(Collectors.joining());
    }

    private static String scalar(JsonNode value) {
        return value.isTextual() ? JsonText.of(value.asText()) : value.asText();
    }
}
