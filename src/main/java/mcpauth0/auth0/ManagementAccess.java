package mcpauth0.auth0;

import java.util.List;
import mcpauth0.http.Failure;
import mcpauth0.http.Http;
import mcpauth0.setup.TenantDomain;

/** The door to a tenant: gets or examines a Management API token before anything is asked with it. */
public final class ManagementAccess {

    /** What became of knocking. */
    public sealed interface Entry {

        /** The token is this tenant's, for the Management API, and has not run out. */
        record Open(Tenant tenant) implements Entry {
        }

        /**
         * The credentials are not good for this tenant. The bundles hold {@code access.<id>.problem}, {@code .cause} and
         * {@code .cure}: {@code wrong-secret}, {@code not-authorized}, {@code expired}, {@code truncated},
         * {@code opaque}, {@code other-tenant}, {@code other-audience}, {@code not-a-tenant}, {@code custom-domain} …
         */
        record Closed(String id, List<String> values) implements Entry {
            public Closed {
                values = List.copyOf(values);
            }
        }

        /** Nobody could be asked. */
        record Failed(Failure failure) implements Entry {
        }
    }

    private ManagementAccess() {
    }

    /** Sends at most one request, to the tenant alone. */
    public static Entry open(Http http, TenantDomain domain, Credentials credentials) {
        return new Entry.Failed(
                new Failure.Unreachable(Failure.Unreachable.Reason.NAME, domain.value(), credentials.toString()));
    }
}
