package mcpauth0.diagnose;

/**
 * Looks at one thing, once in a run, whether or not its answer pleases. There is one of each kind, without state; what a
 * run brings stands in its {@link Look}.
 */
public interface Probe<T> {

    /** The station that is not past before this was seen. */
    Station station();

    /**
     * Whether a change of the tenant's settings can alter what it sees: it asks the authorization server, or goes on with
     * what that gave. After a cure such a probe looks again, and what the others saw still holds.
     */
    default boolean ofTheTenant() {
        return station().compareTo(Station.METADATA) >= 0;
    }

    /** @throws InterruptedException when the run is cancelled */
    Sighting<T> look(Look look) throws InterruptedException;
}
