package mcpauth0.plan;

/**
 * What taking one change back would do, as things are now.
 *
 * @param change {@link Change.Nothing} where it is gone already, {@link Change.Diverged} where the operator has to choose
 */
public record Reversal(Journal.Entry entry, Change change) {
}
