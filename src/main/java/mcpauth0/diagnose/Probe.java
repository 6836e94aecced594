package mcpauth0.diagnose;

/**
 * Looks at one thing, once in a run, whether or not its answer pleases. There is one of each kind, without state; what a
 * run brings stands in its {@link Look}.
 */
public interface Probe<T> {

    /** The station that is not past before this was seen. */
    Station station();

    /** @throws InterruptedException when the run is cancelled */
    Sighting<T> look(Look look) throws InterruptedException;
}
