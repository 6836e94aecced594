package mcpauth0.export;

/** Text for a terminal, put together line by line; whatever came from elsewhere is made harmless on the way. */
public final class Lines {

    /** Columns; a word that is longer stays whole, so that addresses can be copied. */
    public static final int WIDTH = 92;

    private final StringBuilder out = new StringBuilder();

    public Lines blank() {
        out.append('\n');
        return this;
    }

    public Lines line(String text) {
        out.append(PlainText.line(text)).append('\n');
        return this;
    }

    /** Breaks between words; nothing for a blank text. */
    public Lines paragraph(String first, String indent, String text) {
        if (text.isBlank())
            return this;
        var line = new StringBuilder(first);
        var fresh = true;
        for (var word : PlainText.line(text).split(" ", -1)) {
            if (!fresh && line.length() + word.length() > WIDTH) {
                out.append(line.toString().stripTrailing()).append('\n');
                line = new StringBuilder(indent);
            }
            line.append(word).append(' ');
            fresh = false;
        }
        out.append(line.toString().stripTrailing()).append('\n');
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
