package mcpauth0.diagnose.tls;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What was fetched to complete a chain that leads to no authority as it was sent.
 *
 * @param fetched the certificates that were missing; none where the chain leads to an authority as it is
 * @param from the addresses that the certificates themselves name for their issuers, in the order of asking
 * @param leads whether the chain leads to a trusted authority with them
 */
public record Completion(List<X509Certificate> fetched, List<String> from, boolean leads) {

    /** Nothing was missing. */
    static final Completion WHOLE = new Completion(List.of(), List.of(), true);

    public Completion {
        fetched = List.copyOf(fetched);
        from = List.copyOf(from);
    }

    /** Whether it was incomplete and could be completed. */
    boolean healed() {
        return leads && !fetched.isEmpty();
    }
}
