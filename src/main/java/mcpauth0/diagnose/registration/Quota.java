package mcpauth0.diagnose.registration;

import java.util.regex.Pattern;
import mcpauth0.oauth.RegistrationOutcome.Refused;

/** Whether a refusal means that there are too many clients, or too many requests, already. */
final class Quota {

    private static final Pattern WORDS = Pattern.compile("(?i)too_many|quota|limit.{0,20}(?:reached|exceeded)");

    private Quota() {
    }

    static boolean reached(Refused refused) {
        return refused.status() == 429 || WORDS.matcher(refused.error() + " " + refused.text()).find();
    }
}
