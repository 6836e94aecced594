package mcpauth0.diagnose.login;

import java.util.Locale;
import java.util.Optional;
import mcpauth0.auth0.LogEvent;
import mcpauth0.auth0.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * Why a login failed, as the tenant's log tells it. Recognised by Auth0's event type codes and by texts of which a source
 * is known; everything else is {@link #OTHER}, with the log's own words. Texts: {@code log.<id>.problem}, {@code .cause},
 * {@code .cure}, into which go the log's words, the client, the person and the resource.
 */
public enum LogCause {
    NO_GRANT("grant-third-party-clients"), GRANT_FOR_MACHINES("grant-third-party-clients"), API_DENIES(
            null), NO_CONNECTION("promote-connections"), UNKNOWN_AUDIENCE("create-api"), RESOURCE_IGNORED(
                    "understand-resource"), BAD_CALLBACK(null), UNKNOWN_CLIENT(null), UNKNOWN_DOCUMENT(
                            null), PKCE_MISSING(null), RESPONSE_TYPE(null), ORGANIZATION(null), REGISTRATION_CLOSED(
                                    "open-registration"), TOO_MANY_CLIENTS(null), CONSENT_DECLINED(
                                            null), SIGN_IN_CANCELLED(null), DENIED_BY_ACTION(null), ACTION_FAILED(
                                                    null), USER_BLOCKED(null), SECOND_FACTOR(null), WRONG_PASSWORD(
                                                            null), UNKNOWN_USER(null), LEAKED_PASSWORD(
                                                                    null), CODE_REFUSED(null), RATE_LIMIT(
                                                                            null), CALLBACK_LOST(null), OTHER(null);

    private final @Nullable String step;

    LogCause(@Nullable String step) {
        this.step = step;
    }

    /** As in texts. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The set-up step that cures it; empty where a person must act. */
    public Optional<String> step() {
        return Optional.ofNullable(step);
    }

    /** Whether the tenant has ended the login, so that no answer will come any more; else the person may try again. */
    public boolean ends() {
        return switch (this) {
            case WRONG_PASSWORD, UNKNOWN_USER, LEAKED_PASSWORD, SECOND_FACTOR, RATE_LIMIT, CALLBACK_LOST -> false;
            default -> true;
        };
    }

    /**
     * What an event of a login means; empty for events that say nothing about its end.
     *
     * @param tenant what tells causes apart that the log words alike; null where it was not read
     * @param resource that the login asks for
     */
    static Optional<LogCause> of(LogEvent event, @Nullable Snapshot tenant, String resource) {
        return Optional.ofNullable(switch (event.type()) {
            case "f", "fsa", "feacft", "fapi", "fcoa", "fc" -> ofWords(event, tenant, resource);
            case "fp" -> WRONG_PASSWORD;
            case "fu" -> UNKNOWN_USER;
            case "limit_wc", "limit_mu" -> USER_BLOCKED;
            case "pwd_leak" -> LEAKED_PASSWORD;
            case "gd_auth_failed", "gd_auth_rejected" -> SECOND_FACTOR;
            case "actions_execution_failed" -> ACTION_FAILED;
            case "api_limit" -> RATE_LIMIT;
            case "s" -> CALLBACK_LOST;
            default -> null;
        });
    }

    private static LogCause ofWords(LogEvent event, @Nullable Snapshot tenant, String resource) {
        var words = event.words().toLowerCase(Locale.ROOT);
        var error = event.error();
        if (words.contains("is not authorized to access resource server"))
            return grant(tenant, resource);
        if (words.contains("no connections enabled"))
            return NO_CONNECTION;
        if (words.contains("service not found") || words.contains("service not enabled within domain"))
            return UNKNOWN_AUDIENCE;
        if (words.contains("userinfo audience is not allowed"))
            return RESOURCE_IGNORED;
        if (words.contains("callback url mismatch") || words.contains("not in the list of allowed callback urls"))
            return BAD_CALLBACK;
        if (words.contains("unknown client"))
            return words.contains("unknown client: https://") ? UNKNOWN_DOCUMENT : UNKNOWN_CLIENT;
        if (words.contains("pkce protocol extension is required"))
            return PKCE_MISSING;
        if (error.equals("unsupported_response_type") || words.contains("unsupported_response_type"))
            return RESPONSE_TYPE;
        if (words.contains("parameter organization is invalid"))
            return ORGANIZATION;
        if (words.contains("dynamic client registration is disabled"))
            return REGISTRATION_CLOSED;
        if (words.contains("too_many_entities") || error.equals("too_many_entities"))
            return TOO_MANY_CLIENTS;
        if (words.contains("did not authorize the request"))
            return CONSENT_DECLINED;
        if (words.contains("cancelled the login"))
            return SIGN_IN_CANCELLED;
        if (words.contains("user is blocked"))
            return USER_BLOCKED;
        if (event.type().equals("feacft"))
            return CODE_REFUSED;
        return error.equals("access_denied") ? DENIED_BY_ACTION : OTHER;
    }

    /** The same words stand for three things that the tenant's settings tell apart. */
    private static LogCause grant(@Nullable Snapshot tenant, String resource) {
        if (tenant == null)
            return NO_GRANT;
        if (tenant.api(resource).filter(api -> api.userPolicy().equals("deny_all")).isPresent())
            return API_DENIES;
        var defaults = tenant.grants().stream().filter(
                grant -> grant.audience().equals(resource) && "third_party_clients".equals(grant.defaultFor()))
                .toList();
        return !defaults.isEmpty() && defaults.stream().allMatch(grant -> grant.subjectType().equals("client"))
                ? GRANT_FOR_MACHINES
                : NO_GRANT;
    }
}
