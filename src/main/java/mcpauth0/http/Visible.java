package mcpauth0.http;

/**
 * Foreign text on its way to a person: whatever in it would move a cursor, colour, hide or turn around what is shown is
 * written as {@code \\u….} instead. What has been made visible once stays as it is.
 */
public final class Visible {

    private Visible() {
    }

    /** Keeps line ends and tabs. */
    public static String text(String text) {
        return made(text, false);
    }

    /** In one line: line ends are written too, and a tab becomes a space. */
    public static String line(String text) {
        return made(text, true);
    }

    /** Of JSON without losing anything: strange characters stand in its strings alone, where they may be so written. */
    public static String json(String json) {
        return made(json, false);
    }

    private static String made(String text, boolean oneLine) {
        if (text.codePoints().noneMatch(Visible::strange))
            return text;
        var safe = new StringBuilder(text.length() + 16);
        for (var at = 0; at < text.length();) {
            var c = text.codePointAt(at);
            at += Character.charCount(c);
            var kept = !oneLine
                    && (c == '\t' || c == '\n' || (c == '\r' && at < text.length() && text.charAt(at) == '\n'));
            if (kept || !strange(c))
                safe.appendCodePoint(c);
            else if (c == '\t')
                safe.append(' ');
            else if (c == '\n')
                safe.append("\\n");
            else if (c == '\r')
                safe.append("\\r");
            else
                for (var unit : Character.toChars(c))
                    safe.append(String.format("\\u%04x", (int) unit));
        }
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
