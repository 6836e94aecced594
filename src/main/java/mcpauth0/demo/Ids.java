package mcpauth0.demo;

import java.security.SecureRandom;

/** Random names in the forms that Auth0 gives them. */
final class Ids {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final SecureRandom random = new SecureRandom();

    /** Letters and digits. */
    String letters(int length) {
        return pick(LETTERS, length);
    }

    String hex(int length) {
        return pick("0123456789abcdef", length);
    }

    /** The client id of a strict third-party client, whatever made it. */
    String strictClient() {
        return "tpc_" + letters(22);
    }

    private String pick(String from, int length) {
        var text = new StringBuilder(length);
        for (var i = 0; i < length; i++)
            text.append(from.charAt(random.nextInt(from.length())));
        return text.toString();
    }
}
