package mcpauth0.dist;

import java.util.List;

/** What the pictures of the program's sign are called. */
final class Icons {

    /** Sides in pixels. */
    static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512);

    private Icons() {
    }

    static String png(int size) {
        return "mcp-auth0-setup-" + size + ".png";
    }
}
