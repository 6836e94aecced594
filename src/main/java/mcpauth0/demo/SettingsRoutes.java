package mcpauth0.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/** {@code tenants/settings}: a PATCH answers with everything, and merges {@code flags} key by key. */
final class SettingsRoutes {

    private static final Set<String> WRITABLE = Set.of("allowed_logout_urls", "change_password", "default_audience",
            "default_directory", "default_redirection_uri", "enabled_locales", "error_page", "flags", "friendly_name",
            "guardian_mfa_page", "idle_session_lifetime", "picture_url", "sandbox_version", "session_lifetime",
            "sessions", "session_cookie", "oidc_logout", "support_email", "support_url", "device_flow",
            "pushed_authorization_requests_supported", "resource_parameter_profile",
            "authorization_response_iss_parameter_supported", "client_id_metadata_document_supported",
            "dynamic_client_registration_security_mode", "skip_non_verifiable_callback_uri_confirmation_prompt",
            "customize_mfa_in_postlogin_action", "allow_organization_name_in_authentication_api",
            "acr_values_supported", "mtls", "ephemeral_session_lifetime", "idle_ephemeral_session_lifetime",
            "universal_login", "phone_consolidated_experience", "session_lifetime_in_minutes",
            "idle_session_lifetime_in_minutes", "ephemeral_session_lifetime_in_minutes",
            "idle_ephemeral_session_lifetime_in_minutes");

    private final ObjectNode settings;
    private final boolean old;

    SettingsRoutes(Core core) {
        this.old = core.old();
        this.settings = core.state().settings();
    }

    void on(Guard guard) {
        guard.on("GET", "tenants/settings", "Get tenant settings", request -> Listing.one(request, settings),
                "read:tenant_settings");
        guard.on("PATCH", "tenants/settings", "Update tenant settings", this::update, "update:tenant_settings");
    }

    private Outgoing update(Incoming request) {
        var body = Body.of(request, WRITABLE);
        body.oneOf("resource_parameter_profile", List.of("audience", "compatibility"));
        body.oneOf("dynamic_client_registration_security_mode", List.of("strict", "permissive"));
        if (body.node().path("dynamic_client_registration_security_mode").asText().equals("permissive")
                && !old)
            throw Refusal.management(400, "The permissive mode is not available for this tenant.",
                    "operation_not_supported");
        inHours(body.node());
        var flags = settings.withObject("flags").deepCopy();
        if (body.node().path("flags") instanceof ObjectNode changed)
            flags.setAll(changed);
        body.into(settings);
        settings.set("flags", flags);
        return Outgoing.json(200, settings.deepCopy());
    }

    /** Lifetimes are written in minutes or in hours, and read in hours. */
    private static void inHours(ObjectNode body) {
        var minutes = "_in_minutes";
        for (var field : List.copyOf(body.properties()))
            if (field.getKey().endsWith(minutes)) {
                var hours = field.getValue().asDouble() / 60;
                var name = field.getKey().substring(0, field.getKey().length() - minutes.length());
                body.remove(field.getKey());
                if (hours == Math.rint(hours))
                    body.put(name, (int) hours);
                else
                    body.put(name, hours);
            }
    }
}
