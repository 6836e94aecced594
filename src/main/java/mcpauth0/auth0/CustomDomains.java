package mcpauth0.auth0;

import java.util.List;
import java.util.Objects;
import mcpauth0.http.FailureException;
import mcpauth0.setup.Parsed;
import mcpauth0.setup.TenantDomain;

/** The names that the operator's company gave to a tenant, where people sign in. */
public final class CustomDomains {

    /** Not among those that a set-up needs: without it, the name is typed. */
    public static final String PERMISSION = "read:custom_domains";

    private CustomDomains() {
    }

    /** Those that are ready for use; none where the access does not allow to look. */
    public static List<TenantDomain> ready(Tenant tenant) throws FailureException {
        if (!tenant.permissions().contains(PERMISSION))
            return List.of();
        var answer = tenant.read("custom-domains");
        var all = answer.isArray() ? answer : answer.path("custom_domains");
        return all.valueStream().filter(one -> one.path("status").asText().equals("ready"))
                .map(one -> TenantDomain.parse(
                        one.path("domain").asText()) instanceof Parsed.Good<TenantDomain>(var domain) ? domain : null)
                .filter(Objects::nonNull).toList();
    }
}
