package mcpauth0.cli;

/** The exit codes that scripts rely on. */
final class Exit {

    /** Nothing broken, nothing to do. */
    static final int GOOD = 0;
    /** Something is broken, or was refused. */
    static final int BROKEN = 1;
    /** The words were wrong. */
    static final int WORDS = 2;
    /** Inconclusive, or our own trouble. */
    static final int UNSURE = 3;
    /** There are changes. */
    static final int CHANGES = 4;

    private Exit() {
    }
}
