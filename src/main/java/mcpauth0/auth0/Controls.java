package mcpauth0.auth0;

import java.util.List;
import mcpauth0.http.FailureException;
import org.jspecify.annotations.Nullable;

/**
 * What else of a tenant decides about sign-ins, and no step looks at.
 *
 * @param rules names of the rules that are active; null where the access does not allow to look
 * @param domains names under which people sign in, besides the tenant's own; null where the access does not allow to look
 */
public record Controls(@Nullable List<String> rules, @Nullable List<String> domains) {

    /** Not among those that a set-up needs. */
    public static final String RULES = "read:rules";

    public Controls {
        rules = rules == null ? null : List.copyOf(rules);
        domains = domains == null ? null : List.copyOf(domains);
    }

    /** Sends two GET requests at most. */
    public static Controls read(Tenant tenant) throws FailureException {
        return new Controls(tenant.permissions().contains(RULES) ? rules(tenant) : null,
                tenant.permissions().contains(CustomDomains.PERMISSION)
                        ? CustomDomains.ready(tenant).stream().map(domain -> domain.value()).toList()
                        : null);
    }

    private static List<String> rules(Tenant tenant) throws FailureException {
        return tenant.readAll("rules", "rules", "enabled=true").stream()
                .filter(rule -> rule.path("enabled").asBoolean(true)).map(rule -> rule.path("name").asText()).toList();
    }
}
