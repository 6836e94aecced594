package mcpauth0.export;

/** Foreign text on its way to a terminal, so that nothing in it can move the cursor, colour or reorder what is shown. */
public final class PlainText {

    private PlainText() {
    }

    /** One line: control, format and separator characters are written as {@code \\u….}; a tab becomes a space. */
    public static String line(String text) {
        if (text.codePoints().noneMatch(PlainText::strange))
            return text;
        var safe = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c == '\t')
                safe.append(' ');
            else if (c == '\n')
                safe.append("\\n");
            else if (c == '\r')
                safe.append("\\r");
            else if (strange(c))
                safe.append(String.format("\\u%04x", c));
            else
                safe.appendCodePoint(c);
        });
        return safe.toString();
    }

    private static boolean strange(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR, Character.UNASSIGNED, Character.PRIVATE_USE ->
                true;
            default -> false;
        };
    }
}
