package mcpauth0.oauth.mcp;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Text of a message as a header may carry it (MCP 2026-07-28, Streamable HTTP, value encoding). */
final class HeaderValue {

    private static final String BEGIN = "=?base64?";
    private static final String END = "?=";

    private HeaderValue() {
    }

    /** As it is, unless signs or spaces would be lost on the way, or it would be taken for encoded text. */
    static String of(String text) {
        return safe(text) && !(text.startsWith(BEGIN) && text.endsWith(END))
                ? text
                : BEGIN + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + END;
    }

    private static boolean safe(String text) {
        return text.chars().allMatch(c -> c >= 0x20 && c < 0x7f) && !text.startsWith(" ") && !text.endsWith(" ");
    }
}
