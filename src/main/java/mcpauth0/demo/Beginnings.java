package mcpauth0.demo;

import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.tls.HeldCertificate;

/** How a practice tenant starts: as a new one, or with every step applied; and the faults that are plain settings. */
final class Beginnings {

    /** Everything that the set-up and the checks may ask for, with what undoing and cleaning up need. */
    static final List<String> PERMISSIONS = List.of("read:tenant_settings", "update:tenant_settings",
            "read:resource_servers", "create:resource_servers", "update:resource_servers", "delete:resource_servers",
            "read:client_grants", "create:client_grants", "update:client_grants", "delete:client_grants",
            "read:connections", "create:connections", "update:connections", "delete:connections", "read:clients",
            "create:clients", "update:clients", "delete:clients", "read:client_keys", "read:logs", "read:grants",
            "delete:grants", "read:roles", "create:roles", "update:roles", "delete:roles", "read:users",
            "update:users", "read:rules", "read:custom_domains", "read:actions");

    /** A domain that the tenant has besides, and to which nothing leads. */
    static final String OTHER_DOMAIN = "login.example.com";

    private static final String CLAUDE = "https://claude.ai/oauth/mcp-oauth-client-metadata";
    private static final String CLAUDE_CODE = "https://claude.ai/oauth/claude-code-client-metadata";

    private final Core core;
    private final TenantState state;
    private final Ids ids;

    Beginnings(Core core) {
        this.core = core;
        this.state = core.state();
        this.ids = core.ids();
    }

    /**
     * A new tenant: no API but the system's, nothing promoted, registration closed, and one machine-to-machine
     * application that may call the Management API.
     *
     * @return the client id of that application
     */
    String blank() {
        settings();
        var system = Shapes.api(ids, "Auth0 Management API", core.managementAudience()).put("is_system", true);
        Stream.concat(PERMISSIONS.stream(), AbsentRoutes.permissions()).distinct()
                .forEach(permission -> Shapes.addScope(system, permission, ""));
        state.apis().add(system);
        state.clients()
                .add(Shapes.client(ids.letters(32), "All Applications", "regular_web", "client_secret_post", List.of(),
                        List.of()).put("global", true));
        var standard = Shapes.client(ids.letters(32), "Default App", "regular_web", "client_secret_post", List.of(),
                List.of("authorization_code", "implicit", "refresh_token", "client_credentials"));
        state.clients().add(standard);
        connections(standard.path("client_id").asText());
        new People(core).settle();
        var setup = ids.letters(32);
        state.clients().add(Shapes.client(setup, "MCP Auth0 Setup", "non_interactive", "client_secret_post", List.of(),
                List.of("client_credentials")));
        state.secrets().put(setup, ids.letters(64));
        state.grants().add(
                Shapes.clientGrant(ids, setup, core.managementAudience(), SubjectType.CLIENT, PERMISSIONS));
        return setup;
    }

    /** What the settings say about the enhanced controls. */
    void aged(PracticePair.Age age) {
        var mode = "dynamic_client_registration_security_mode";
        switch (age) {
            case NEW -> state.settings().put(mode, "strict");
            case OLD -> state.settings().put(mode, "permissive");
            case OLD_SILENT -> state.settings().remove(mode);
        }
    }

    /** People sign in at a domain of the tenant's own choice. */
    void at(String customDomain) {
        state.customDomains()
                .add(Shapes.node().put("custom_domain_id", "cd_" + ids.letters(16)).put("domain", customDomain)
                        .put("primary", true).put("is_default", true).put("status", "ready")
                        .put("type", "self_managed_certs"));
    }

    /** An application with a key of its own, and the same permissions. */
    PracticePair.SigningApplication signing() {
        var held = new HeldCertificate.Builder().rsa2048().build();
        var id = ids.letters(32);
        var client = Shapes.client(id, "MCP Auth0 Setup (key)", "non_interactive", "private_key_jwt", List.of(),
                List.of("client_credentials"));
        client.remove("token_endpoint_auth_method");
        client.putObject("client_authentication_methods").putObject("private_key_jwt").putArray("credentials")
                .addObject().put("id", "cred_" + ids.letters(22));
        state.clients().add(client);
        state.keys().put(id, (RSAPublicKey) held.keyPair().getPublic());
        state.grants().add(
                Shapes.clientGrant(ids, id, core.managementAudience(), SubjectType.CLIENT, PERMISSIONS));
        return new PracticePair.SigningApplication(id, held.privateKeyPkcs8Pem());
    }

    /** Every step applied for the pair's own server. */
    void healthy() {
        var identifier = core.broken("authz-resource-unknown") ? core.mcpUrl() + "/" : core.mcpUrl();
        var api = Shapes.api(ids, "Practice server", identifier)
                .put("allow_offline_access", !core.broken("token-no-refresh"))
                .put("token_dialect", core.broken("token-typ-not-at-jwt") ? "access_token" : "rfc9068_profile");
        Shapes.addScope(api, "mcp:use", "Use the tools of this server");
        if (core.broken("reg-open-dcr-exposed"))
            Shapes.addScope(api, "mcp:admin", "Change everything");
        if (core.broken("authz-scope-not-granted"))
            api.put("enforce_policies", true);
        if (core.broken("token-lifetime-odd"))
            api.put("token_lifetime", 2592000);
        if (core.broken("token-hs256"))
            api.put("signing_alg", "HS256").put("signing_secret", ids.letters(32));
        state.apis().add(api);
        if (!core.broken("authz-client-no-grant"))
            state.grants().add(Shapes.defaultGrant(ids, identifier, SubjectType.USER,
                    core.broken("reg-open-dcr-exposed") ? List.of("mcp:use", "mcp:admin") : List.of("mcp:use")));
        unusual();
        state.settings()
                .put("resource_parameter_profile",
                        core.broken("authz-resource-ignored") ? "audience" : "compatibility")
                .put("authorization_response_iss_parameter_supported", !core.broken("as-iss-not-advertised"));
        if (!core.broken("authz-no-connection"))
            state.connections().forEach(connection -> connection.put("is_domain_connection", true));
        state.settings().withObject("flags").put("enable_dynamic_client_registration",
                !core.broken("reg-dcr-disabled"));
    }

    /** What an operator may have set besides. */
    private void unusual() {
        if (core.broken("authz-rules-active"))
            state.rules().add(Shapes.node().put("id", "rul_" + ids.letters(16)).put("name", "Add roles to tokens")
                    .put("enabled", true).put("order", 1).put("stage", "login_success"));
        if (core.broken("authz-loopback-confirmation"))
            state.settings().put("skip_non_verifiable_callback_uri_confirmation_prompt", false);
        if (core.broken("authz-audience-wins")) {
            var other = "https://billing.practice.example/";
            state.apis().add(Shapes.api(ids, "Billing", other));
            state.grants().add(Shapes.defaultGrant(ids, other, SubjectType.USER, List.of()));
            state.settings().put("default_audience", other);
        }
        if (core.broken("authz-error-not-redirected"))
            state.settings().put("dynamic_client_registration_security_mode", "permissive");
        if (core.broken("as-issuer-custom-domain"))
            at(OTHER_DOMAIN);
        var grants = List.of("authorization_code", "refresh_token");
        if (core.broken("authz-loopback-port"))
            state.clients().add(Shapes.client(ids.letters(32), "Claude Code", "native", "none",
                    List.of("http://localhost/callback", "http://127.0.0.1/callback"), grants));
        if (core.broken("reg-static-auth-method"))
            state.clients().add(Shapes.client(ids.letters(32), "Claude", "regular_web", "client_secret_basic",
                    List.of("https://claude.ai/api/mcp/auth_callback"), grants));
        documents(grants);
    }

    /** Client ID metadata documents are announced, and some of them imported. */
    private void documents(List<String> grants) {
        if (core.broken("as-cimd-without-none"))
            imported("Claude", CLAUDE, List.of("https://claude.ai/api/mcp/auth_callback"), grants);
        if (core.broken("reg-cimd-loopback-port"))
            imported("Claude Code", CLAUDE_CODE, List.of("http://localhost/callback", "http://127.0.0.1/callback"),
                    grants);
        if (core.broken("reg-cimd-invalid"))
            state.documents().values().forEach(document -> document.put("client_id", "https://example.com/client"));
        if (core.broken("as-cimd-without-none") || core.broken("reg-cimd-loopback-port")
                || core.broken("reg-cimd-invalid") || core.broken("reg-cimd-not-imported"))
            state.settings().put("client_id_metadata_document_supported", true);
    }

    private void imported(String name, String document, List<String> callbacks, List<String> grants) {
        state.clients().add(Shapes.strictClient(ids, name, "none", callbacks, grants)
                .put("external_client_id", document).put("external_metadata_type", "cimd"));
    }

    /** Applications of forgotten connects, until the plan has no room for another. */
    void crowd() {
        while (!core.full())
            state.clients().add(Shapes.strictClient(ids, "Claude", "none",
                    List.of("https://claude.ai/api/mcp/auth_callback"),
                    List.of("authorization_code", "refresh_token")));
    }

    private void settings() {
        var settings = state.settings();
        settings.putArray("allowed_logout_urls");
        settings.putObject("change_password").put("enabled", false);
        settings.put("default_audience", "").put("default_directory", "");
        settings.putArray("enabled_locales").add("en");
        settings.putObject("flags").put("allow_changing_enable_sso", false).put("disable_impersonation", true)
                .put("enable_dynamic_client_registration", false).put("enable_client_connections", false)
                .put("enable_sso", true).put("universal_login", true).put("use_scope_descriptions_for_consent", false)
                .put("revoke_refresh_token_grant", false).put("remove_alg_from_jwks", false)
                .put("disable_clickjack_protection_headers", false);
        settings.put("friendly_name", "Practice tenant").put("idle_session_lifetime", 72).put("session_lifetime", 168)
                .put("sandbox_version", "22");
        settings.putObject("sessions").put("oidc_logout_prompt_enabled", true);
        settings.put("pushed_authorization_requests_supported", false).put("resource_parameter_profile", "audience")
                .put("authorization_response_iss_parameter_supported", false)
                .put("client_id_metadata_document_supported", false);
        settings.putObject("session_cookie").put("mode", "persistent");
    }

    private void connections(String enabledFor) {
        var google = Shapes.node().put("email", true).put("profile", true);
        google.putArray("scope").add("email").add("profile");
        var database = Shapes.node().put("passwordPolicy", "good").put("brute_force_protection", true)
                .put("strategy_version", 2).put("disable_self_service_change_password", false);
        state.connections().add(
                Shapes.connection(ids, "Username-Password-Authentication", "auth0", database));
        state.connections().add(Shapes.connection(ids, "google-oauth2", "google-oauth2", google));
        state.connections().forEach(connection -> connection.withArray("enabled_clients").add(enabledFor));
    }
}
