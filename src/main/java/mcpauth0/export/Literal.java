package mcpauth0.export;

/**
 * A text in double quotes, as JSON, JavaScript, TypeScript, Java, Go, C#, Python and YAML all read it: they agree on
 * {@code \" \\ \n \r \t} and on {@code \}{@code uXXXX}. Nothing in a text can end its quotes.
 */
final class Literal {

    private Literal() {
    }

    static String of(String text) {
        var quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"', '\\' -> quoted.append('\\').appendCodePoint(c);
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> append(quoted, c);
            }
        });
        return quoted.append('"').toString();
    }

    /** What cannot be seen is written as its number; half a character is no character in any file. */
    private static void append(StringBuilder quoted, int c) {
        switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> {
                if (c <= Character.MAX_VALUE)
                    quoted.append("\\u%04x".formatted(c));
            }
            case Character.SURROGATE -> quoted.append('\ufffd');
            default -> quoted.appendCodePoint(c);
        }
    }
}
