package mcpauth0.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * What this tenant has none of, in the words of a tenant that has none: empty lists, defaults, and refusals for want of a
 * subscription. Tools that read a whole tenant ask for all of it.
 */
final class AbsentRoutes {

    private static final List<Absent> ALL = List.of(
            whole("actions/actions", "read:actions", "{\"actions\":[],\"total\":0,\"page\":0,\"per_page\":100}"),
            whole("actions/modules", "read:actions", "{\"modules\":[],\"total\":0,\"page\":0,\"per_page\":100}"),
            whole("actions/triggers", "read:actions", "{\"triggers\":[]}"),
            whole("attack-protection/breached-password-detection", "read:attack_protection",
                    "{\"enabled\":false,\"shields\":[],\"admin_notification_frequency\":[],\"method\":\"standard\"}"),
            whole("attack-protection/brute-force-protection", "read:attack_protection",
                    "{\"enabled\":true,\"shields\":[\"block\"],\"mode\":\"count_per_identifier_and_ip\",\"allowlist\":[],\"max_attempts\":10}"),
            whole("attack-protection/suspicious-ip-throttling", "read:attack_protection",
                    "{\"enabled\":true,\"shields\":[\"block\"],\"allowlist\":[]}"),
            refused("attack-protection/bot-detection", "read:attack_protection", 403,
                    "Please upgrade your subscription to use bot detection", "insufficient_entitlement"),
            whole("branding", "read:branding", "{}"),
            whole("branding/phone/providers", "read:phone_providers", "{\"providers\":[]}"),
            whole("branding/phone/templates", "read:phone_templates", "{\"templates\":[]}"),
            refused("branding/themes/default", "read:branding", 404,
                    "There was an error retrieving branding settings: theme not found",
                    "theme_not_found"),
            list("connection-profiles", "read:connection_profiles", "connection_profiles"),
            refused("connections-directory-provisionings", "read:directory_provisionings", 403,
                    "Insufficient scope, expected any of: read:directory_provisionings", "insufficient_scope"),
            refused("email-templates/{name}", "read:email_templates", 404, "The template does not exist.",
                    "inexistent_email_template"),
            refused("emails/provider", "read:email_provider", 404, "There is not a configured email provider",
                    "inexistent_email_provider"),
            list("event-streams", "read:event_streams", "eventStreams"), list("flows", "read:flows", "flows"),
            list("flows/vault/connections", "read:flows_vault_connections", "connections"),
            list("forms", "read:forms", "forms"), whole("guardian/factors", "read:guardian_factors", "[]"),
            whole("guardian/factors/sms/providers/twilio", "read:guardian_factors", "{}"),
            whole("guardian/factors/push-notification/providers/sns", "read:guardian_factors", "{}"),
            whole("guardian/factors/sms/templates", "read:guardian_factors", "{}"),
            whole("guardian/factors/phone/selected-provider", "read:guardian_factors", "{\"provider\":\"auth0\"}"),
            whole("guardian/factors/phone/message-types", "read:guardian_factors", "{\"message_types\":[]}"),
            whole("guardian/policies", "read:mfa_policies", "[]"), list("hooks", "read:hooks", "hooks"),
            whole("log-streams", "read:log_streams", "[]"),
            list("network-acls", "read:network_acls", "network_acls"),
            list("organizations", "read:organizations", "organizations"),
            whole("prompts", "read:prompts", "{\"universal_login_experience\":\"new\",\"identifier_first\":false}"),
            whole("prompts/{prompt}/custom-text/{language}", "read:prompts", "{}"),
            whole("prompts/{prompt}/partials", "read:prompts", "{}"),
            list("prompts/rendering", "read:prompts", "configs"),
            whole("attack-protection/captcha", "read:attack_protection", "{\"policy\":\"off\"}"),
            list("rate-limit-policies", "read:rate_limit_policies", "rate_limit_policies"),
            refused("risk-assessments/settings", "read:attack_protection", 404, "Not Found", "not_found"),
            refused("risk-assessments/settings/new-device", "read:attack_protection", 404, "Not Found", "not_found"),
            whole("rules-configs", "read:rules_configs", "[]"),
            list("self-service-profiles", "read:self_service_profiles", "self_service_profiles"),
            refused("supplemental-signals", "read:attack_protection", 403,
                    "Please upgrade your subscription to enable Akamai Signals.", "insufficient_scope"),
            list("token-exchange-profiles", "read:token_exchange_profiles", "token_exchange_profiles"),
            list("user-attribute-profiles", "read:user_attribute_profiles", "user_attribute_profiles"));

    private AbsentRoutes() {
    }

    private record Absent(String path, String permission, Route route) {
    }

    static void on(Guard guard) {
        ALL.forEach(absent -> guard.on("GET", absent.path, "Get " + absent.path, absent.route, absent.permission));
    }

    /** What an application must hold to be told that there is nothing. */
    static Stream<String> permissions() {
        return ALL.stream().map(Absent::permission).distinct();
    }

    private static Absent whole(String path, String permission, String json) {
        JsonNode body = Incoming.parsed(json.getBytes(StandardCharsets.UTF_8));
        return new Absent(path, permission, _ -> Outgoing.json(200, body));
    }

    private static Absent list(String path, String permission, String name) {
        return new Absent(path, permission, request -> Listing.of(request, name, List.of()));
    }

    private static Absent refused(String path, String permission, int status, String message, String code) {
        return new Absent(path, permission, _ -> {
            throw Refusal.management(status, message, code);
        });
    }
}
