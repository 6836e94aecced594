package mcpauth0.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How clients become known to the tenant; any combination.
 *
 * @param dynamic whether clients may register themselves (RFC 7591), opened as the last step
 * @param permissive whether they then keep the older, looser rules; only tenants that report these can
 * @param documents addresses of client ID metadata documents that are imported
 * @param applications those that are made by hand, each once
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
            redirects = redirects.stream().distinct().toList();
        }

        /** Whether both would be one and the same application: what people see and where sign-ins return to. */
        private boolean same(Application other) {
            return name.equals(other.name) && confidential == other.confidential
                    && Set.copyOf(redirects).equals(Set.copyOf(other.redirects));
        }

        /** Whether nothing but their addresses tells them apart, by which an application is not found again. */
        public boolean indistinct(Application other) {
            return client.equals(other.client) && name.equals(other.name) && confidential == other.confidential;
        }
    }

    /** Of equal applications one is kept: two would be made, and nobody could tell which is which. */
    public Registration {
        documents = List.copyOf(documents);
        var different = new ArrayList<Application>();
        for (var application : applications)
            if (different.stream().noneMatch(application::same))
                different.add(application);
        applications = List.copyOf(different);
    }

    /** The first application that only its addresses tell apart from one before it. */
    public Optional<Application> indistinct() {
        return IntStream.range(0, applications.size()).filter(
                n -> applications.subList(0, n).stream().anyMatch(applications.get(n)::indistinct))
                .mapToObj(applications::get).findFirst();
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
