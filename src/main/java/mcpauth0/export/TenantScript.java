package mcpauth0.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mcpauth0.auth0.Blueprint;
import mcpauth0.auth0.Permissions;
import mcpauth0.http.Json;
import mcpauth0.plan.Change.Call;
import mcpauth0.setup.Setup;
import mcpauth0.text.Texts;

/**
 * The steps as calls of Auth0's own command line (1.33), in their order, for a shell with nothing but {@code awk} beside
 * it. What is there already is brought in line, so that the script can be run again.
 */
final class TenantScript implements Export {

    private static final String SETTINGS = "tenants/settings";

    @Override
    public String id() {
        return "auth0-cli";
    }

    @Override
    public Group group() {
        return Group.TENANT;
    }

    @Override
    public String fileName() {
        return "mcp-auth0-tenant.sh";
    }

    @Override
    public String write(HandOver facts, Texts texts) {
        var setup = facts.setup();
        return Template.of("tenant.sh").filled(facts, texts, TenantScript::quoted,
                Map.of("tenant", quoted(Objects.requireNonNull(setup.tenant()).value()), "permissions",
                        String.join(",", permissions(setup)), "left-out", TenantNotes.leftOut("# ", setup, texts),
                        "missing", quoted(TenantNotes.words("script-missing", texts)), "steps", steps(setup, texts)));
    }

    private static List<String> permissions(Setup setup) {
        return Permissions.needs(setup).stream().filter(need -> !need.undo()).map(Permissions.Need::permission)
                .toList();
    }

    /** Where a tenant that does not tell its mode is sent something else, both are there. */
    private static String steps(Setup setup, Texts texts) {
        var told = Blueprint.of(setup, Blueprint.mode(setup));
        var untold = Blueprint.of(setup, Blueprint.Mode.UNTOLD);
        return IntStream.range(0, told.size()).mapToObj(n -> step(told.get(n), untold.get(n), setup, texts))
                .collect(Collectors.joining("\n"));
    }

    private static String step(Blueprint.Task task, Blueprint.Task untold, Setup setup, Texts texts) {
        var calls = IntStream.range(0, task.calls().size())
                .mapToObj(n -> call(task.calls().get(n), untold.calls().get(n))).collect(Collectors.joining());
        return TenantNotes.step("# ", task.step(), texts) + "\nsay " + quoted(TenantNotes.title(task.step(), texts))
                + "\n" + (task.step().equals("open-registration")
                        ? registration(Tasks.body(task.calls().getFirst()), setup, texts)
                        : calls);
    }

    private static String call(Call call, Call untold) {
        var body = Tasks.body(call);
        var path = call.path();
        if (call.method().equals("PATCH"))
            return path.equals(SETTINGS)
                    ? send("", "patch " + SETTINGS, body)
                    : needed("connections?name=" + encoded(Tasks.named(path)) + "&fields=id,name&include_fields=true",
                            "name", Tasks.named(path)) + send("", "patch \"connections/$found\"", body);
        if (path.endsWith("/permissions"))
            return needed(roles(Tasks.named(path)), "name", Tasks.named(path))
                    + send("", "post \"roles/$found/permissions\"", body);
        return switch (path) {
            case "resource-servers" -> api(body);
            case "client-grants" ->
                find("client-grants?audience=" + encoded(body.path("audience").asText())
                        + "&default_for=third_party_clients&subject_type=user", "default_for",
                        body.path("default_for").asText(), "id")
                        + unless("post client-grants", body, "patch \"client-grants/$found\"",
                                body.deepCopy().retain("scope"));
            case "roles" -> find(roles(body.path("name").asText()), "name", body.path("name").asText(), "id")
                    + once("", "post roles", body);
            case "clients/cimd/register" ->
                find("clients?external_client_id=" + encoded(body.path("external_client_id").asText())
                        + "&fields=client_id,external_client_id&include_fields=true", "external_client_id",
                        body.path("external_client_id").asText(), "client_id") + once("", "post " + path, body);
            case "clients" -> application(body, Tasks.body(untold));
            default -> throw new IllegalArgumentException(path);
        };
    }

    /** By its identifier, which the Management API takes for an id. */
    private static String api(ObjectNode body) {
        var one = "resource-servers/" + encoded(body.path("identifier").asText());
        return "there " + quoted(one) + "\n" + unless("post resource-servers", body, "patch " + quoted(one),
                body.deepCopy().without(List.of("identifier", "signing_alg")));
    }

    /** By the mark that the program finds it by too. */
    private static String application(ObjectNode body, JsonNode untold) {
        var mark = body.path("client_metadata").properties().iterator().next();
        var patch = send("  ", "patch \"clients/$found\"", body.deepCopy().retain("callbacks"));
        return find("clients?is_first_party=false&fields=client_id,client_metadata&include_fields=true", mark.getKey(),
                mark.getValue().asText(), "client_id")
                + "if [ -n \"$found\" ]; then\n" + patch + "elif told; then\n" + send("  ", "post clients", body)
                + "else\n" + send("  ", "post clients", untold) + "fi\n";
    }

    /** A tenant with the older rules becomes strict with it; one that has none of them cannot be given them. */
    private static String registration(ObjectNode body, Setup setup, Texts texts) {
        if (setup.registration().permissive())
            return "if strict; then\n  stop " + quoted(TenantNotes.words("script-strict", texts)) + "\nfi\n"
                    + send("", "patch " + SETTINGS, body);
        return "if permissive; then\n" + send("  ", "patch " + SETTINGS,
                body.deepCopy().put("dynamic_client_registration_security_mode", "strict")) + "else\n"
                + send("  ", "patch " + SETTINGS, body) + "fi\n";
    }

    private static String roles(String name) {
        return "roles?name_filter=" + encoded(name);
    }

    private static String needed(String path, String field, String value) {
        return find(path, field, value, "id") + "needed " + quoted(value) + "\n";
    }

    private static String find(String path, String field, String value, String id) {
        return "look " + quoted(path) + " " + field + " " + quoted(Json.write(TextNode.valueOf(value))) + " " + id
                + "\n";
    }

    private static String unless(String create, JsonNode body, String update, JsonNode change) {
        return "if [ -n \"$found\" ]; then\n" + send("  ", update, change) + "else\n" + send("  ", create, body)
                + "fi\n";
    }

    private static String once(String indent, String create, JsonNode body) {
        return "if [ -z \"$found\" ]; then\n" + send(indent + "  ", create, body) + "fi\n";
    }

    private static String send(String indent, String call, JsonNode body) {
        return indent + "call " + call + " --data " + quoted(JsonText.of(body)) + "\n";
    }

    /** Nothing but a single quote is special between single quotes; no line end is in here. */
    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
