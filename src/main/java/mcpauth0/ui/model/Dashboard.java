package mcpauth0.ui.model;

import mcpauth0.setup.TenantDomain;
import org.jspecify.annotations.Nullable;

/** Pages of Auth0's dashboard. Addresses with the tenant in them open that tenant, whichever was open before. */
public enum Dashboard {
    /** Names of one's own that people sign in on. */
    CUSTOM_DOMAINS("tenant/custom_domains"),
    /** Where a machine-to-machine application is made, and its credentials are found. */
    APPLICATIONS("applications"),
    /** The APIs, among them the Management API with the applications that may use it. */
    APIS("apis"),
    /** Where ways to sign in are added, those with a password first (Auth0 docs, “View Connections”). */
    CONNECTIONS("connections/database"),
    /** Where a token for the Management API is made by hand. */
    EXPLORER("apis/management/explorer");

    private static final String ROOT = "https://manage.auth0.com/";
    private static final String SUFFIX = ".auth0.com";

    private final String path;

    Dashboard(String path) {
        this.path = path;
    }

    /** Its texts are {@code dashboard.<id>.*}. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /**
     * Where it is.
     *
     * @param tenant null where none was named; the dashboard then opens the last one
     */
    public String address(@Nullable TenantDomain tenant) {
        if (tenant == null || !tenant.value().endsWith(SUFFIX))
            return ROOT;
        var parts = tenant.value().substring(0, tenant.value().length() - SUFFIX.length()).split("\\.", -1);
        return switch (parts.length) {
            // Tenants without a region in their name are in the first one.
            case 1 -> ROOT + "dashboard/us/" + parts[0] + "/" + path;
            case 2 -> ROOT + "dashboard/" + parts[1] + "/" + parts[0] + "/" + path;
            default -> ROOT;
        };
    }
}
