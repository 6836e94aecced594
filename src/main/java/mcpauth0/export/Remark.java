package mcpauth0.export;

/** A comment behind its sign, over as many lines as it takes; nothing in it can end a line early. */
final class Remark {

    private static final int WIDTH = 80;

    private Remark() {
    }

    /** @param sign what every line begins with, its space behind it included */
    static String of(String sign, String text) {
        var lines = new StringBuilder();
        var line = new StringBuilder(sign);
        for (var word : harmless(text).split(" +", -1)) {
            if (line.length() > sign.length() && line.length() + word.length() > WIDTH) {
                lines.append(line.toString().stripTrailing()).append('\n');
                line = new StringBuilder(sign);
            }
            line.append(word).append(' ');
        }
        return lines.append(line.toString().stripTrailing()).toString();
    }

    /** Java reads {@code \}{@code u000a} as the end of a line, in a comment too. */
    private static String harmless(String text) {
        var plain = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (Character.getType(c)) {
                case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                        Character.SURROGATE ->
                    plain.append(' ');
                default -> plain.appendCodePoint(c == '\\' ? '/' : c);
            }
        });
        return plain.toString();
    }
}
