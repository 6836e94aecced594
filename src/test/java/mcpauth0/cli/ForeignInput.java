package mcpauth0.cli;

/** Parsers of this room that others cannot see. */
public final class ForeignInput {

    private ForeignInput() {
    }

    public static boolean isPlan(String text) {
        return PlanFile.read(text).isPresent();
    }
}
