package mcpauth0.diagnose.network;

/** Parsers of this room that others cannot see. */
public final class ForeignInput {

    private ForeignInput() {
    }

    public static boolean isName(byte[] bytes) {
        return NameQuestion.addresses(bytes).isPresent();
    }
}
