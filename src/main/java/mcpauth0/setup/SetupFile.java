package mcpauth0.setup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mcpauth0.setup.TokenSettings.Dialect;
import mcpauth0.setup.TokenSettings.Signing;
import org.jspecify.annotations.Nullable;

/**
 * The set-up as text: JSON with {@code "schema": 1}, described by {@code setup.schema.json} beside this class's
 * resources. Reading never throws; a field that this version does not know is kept and written again.
 */
public final class SetupFile {

    public static final int SCHEMA = 1;

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Set<String> KNOWN = Set.of("$schema", "schema", "server", "resource", "tenant", "loginDomain",
            "api", "connections", "defaultAudience", "dynamicRegistration", "registration", "roles", "page");

    private SetupFile() {
    }

    public static String write(Setup setup) {
        var root = JSON.createObjectNode();
        root.put("schema", SCHEMA);
        put(root, "server", setup.server());
        put(root, "resource", setup.resource());
        put(root, "tenant", setup.tenant());
        put(root, "loginDomain", setup.loginDomain());
        write(setup.api(), root.putObject("api"));
        setup.connections().forEach(root.putArray("connections")::add);
        root.put("defaultAudience", setup.defaultAudience());
        root.put("dynamicRegistration", setup.dynamicRegistration());
        write(setup.registration(), root.putObject("registration"));
        var roles = root.putArray("roles");
        for (var role : setup.roles()) {
            var written = roles.addObject().put("name", role.name()).put("description", role.description());
            role.permissions().forEach(written.putArray("permissions")::add);
            role.members().forEach(written.putArray("members")::add);
        }
        put(root, "page", setup.page());
        setup.unknown().forEach(root::set);
        try {
            var printer = new DefaultPrettyPrinter().withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
            return JSON.writer(printer).writeValueAsString(root) + System.lineSeparator();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Setup.Api api, ObjectNode into) {
        into.put("name", api.name());
        var scopes = into.putArray("scopes");
        api.scopes().forEach(
                scope -> scopes.addObject().put("value", scope.value()).put("description", scope.description()));
        into.put("offlineAccess", api.offlineAccess());
        var tokens = api.tokens();
        put(into, "signingAlgorithm", tokens.signing());
        into.put("tokenDialect", tokens.dialect().id()).put("rbac", tokens.roles());
        if (tokens.seconds() != null)
            into.put("tokenLifetime", tokens.seconds());
        if (tokens.secondsInBrowsers() != null)
            into.put("tokenLifetimeForWeb", tokens.secondsInBrowsers());
        put(into, "replaces", api.replaces());
        into.put("replaceMachineGrant", api.replaceMachineGrant());
    }

    private static void write(Registration registration, ObjectNode into) {
        into.put("permissive", registration.permissive());
        registration.documents().forEach(into.putArray("documents")::add);
        var applications = into.putArray("applications");
        for (var application : registration.applications()) {
            var written = applications.addObject().put("client", application.client()).put("name",
                    application.name());
            application.redirects().forEach(written.putArray("redirects")::add);
            written.put("confidential", application.confidential());
        }
    }

    /** Problems: {@code setup-empty}, {@code setup-broken}, {@code setup-newer}, {@code setup-field}. */
    public static Parsed<Setup> read(String text) {
        if (text.isBlank())
            return Parsed.bad("setup-empty");
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            return Parsed.bad("setup-broken", at == null ? "1" : String.valueOf(at.getLineNr()));
        }
        if (!root.isObject())
            return Parsed.bad("setup-broken", "1");
        var schema = root.get("schema");
        if (schema == null || !schema.isInt())
            return Parsed.bad("setup-field", "schema");
        if (schema.intValue() > SCHEMA)
            return Parsed.bad("setup-newer", schema.asText(), String.valueOf(SCHEMA));
        var fields = Fields.of(root);
        var setup = setup(fields);
        if (!fields.problems().isEmpty())
            return Parsed.bad("setup-field", fields.problems().getFirst());
        return Parsed.good(setup);
    }

    private static Setup setup(Fields root) {
        var empty = Setup.empty();
        var registration = root.within("registration");
        Map<String, JsonNode> unknown = new LinkedHashMap<>();
        root.node().properties().forEach(entry -> {
            if (!KNOWN.contains(entry.getKey()))
                unknown.put(entry.getKey(), entry.getValue());
        });
        return new Setup(root.parsed("server", McpUrl::parse), root.text("resource"),
                root.parsed("tenant", TenantDomain::parse), root.parsed("loginDomain", TenantDomain::parse),
                api(root.within("api"), empty.api()), root.texts("connections"),
                root.flag("defaultAudience", empty.defaultAudience()),
                new Registration(root.flag("dynamicRegistration", empty.dynamicRegistration()),
                        registration.flag("permissive", false), registration.texts("documents"),
                        registration.each("applications").map(SetupFile::application).toList()),
                root.each("roles").map(SetupFile::role).toList(), root.text("page"), unknown);
    }

    private static Setup.Api api(Fields api, Setup.Api fallback) {
        var scopes = api.each("scopes")
                .map(scope -> new Scope(scope.needed("value"), scope.text("description", ""))).toList();
        var dialect = api.word("tokenDialect", List.of(Dialect.values()), Dialect::id);
        return new Setup.Api(api.text("name", ""), scopes.isEmpty() ? fallback.scopes() : scopes,
                api.flag("offlineAccess", fallback.offlineAccess()),
                new TokenSettings(api.word("signingAlgorithm", List.of(Signing.values()), Signing::name),
                        dialect == null ? fallback.tokens().dialect() : dialect, api.flag("rbac", false),
                        api.seconds("tokenLifetime"), api.seconds("tokenLifetimeForWeb")),
                api.text("replaces"), api.flag("replaceMachineGrant", false));
    }

    private static Registration.Application application(Fields application) {
        return new Registration.Application(application.needed("client"), application.needed("name"),
                application.texts("redirects"), application.flag("confidential", false));
    }

    private static Role role(Fields role) {
        return new Role(role.needed("name"), role.text("description", ""), role.texts("permissions"),
                role.texts("members"));
    }

    private static void put(ObjectNode root, String field, @Nullable Object value) {
        if (value != null)
            root.put(field, value.toString());
    }
}
