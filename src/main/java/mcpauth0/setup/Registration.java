package mcpauth0.setup;

import java.util.List;

/**
 * How clients become known to the tenant; any combination.
 *
 * @param dynamic whether clients may register themselves (RFC 7591), opened as the last step
 * @param permissive whether they then keep the older, looser rules; only tenants that report these can
 * @param documents addresses of client ID metadata documents that are imported
 * @param applications those that are made by hand
 */
public record Registration(boolean dynamic, boolean permissive, List<String> documents,
        List<Application> applications) {

    public static final Registration BY_THEMSELVES = new Registration(true, false, List.of(), List.of());

    /**
     * An application for one named client.
     *
     * @param client id of the client's profile, {@code claude}, or {@code other}
     * @param name what people see when they agree
     * @param redirects where sign-ins return to, to the byte
     * @param confidential whether the client keeps a secret; else it is public and has none
     */
    public record Application(String client, String name, List<String> redirects, boolean confidential) {
        public Application {
            redirects = List.copyOf(redirects);
        }
    }

    public Registration {
        documents = List.copyOf(documents);
        applications = List.copyOf(applications);
    }

    /** Whether nothing of it is wanted: the operator takes care of clients elsewhere. */
    public boolean none() {
        return !dynamic && documents.isEmpty() && applications.isEmpty();
    }

    public Registration withDynamic(boolean wanted) {
        return new Registration(wanted, permissive, documents, applications);
    }

    public Registration withPermissive(boolean wanted) {
        return new Registration(dynamic, wanted, documents, applications);
    }

    public Registration withDocuments(List<String> newDocuments) {
        return new Registration(dynamic, permissive, newDocuments, applications);
    }

    public Registration withApplications(List<Application> newApplications) {
        return new Registration(dynamic, permissive, documents, newApplications);
    }
}
