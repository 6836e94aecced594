package mcpauth0.export;

import mcpauth0.http.Visible;

/** Foreign text on its way to a terminal, so that nothing in it can move the cursor, colour or reorder what is shown. */
public final class PlainText {

    private PlainText() {
    }

    /** One line: control, format and separator characters are written as {@code \\u….}; a tab becomes a space. */
    public static String line(String text) {
        return Visible.line(text);
    }
}
