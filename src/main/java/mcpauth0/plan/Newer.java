package mcpauth0.plan;

/** What taking a change back does with a value that somebody else changed after us. */
public enum Newer {
    /** Leaves the whole change for later. */
    ASK,
    /** The newer value stays; what is still as we wrote it is put back. */
    KEEP,
    /** The value from before our change is put back over the newer one. */
    REPLACE;

    /**
     * What the operator chose for one change.
     *
     * @param seen what was on the screen: a choice holds for these values and for no others
     */
    public record Choice(Newer newer, Change.Diverged seen) {
    }
}
