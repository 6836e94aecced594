package mcpauth0.diagnose.login;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** What somebody wrote into the authorization endpoint's address itself, so that every request carries it. */
final class Fixed {

    private static final Pattern AUDIENCE = Pattern.compile("[?&]audience=([^&#]+)");

    private Fixed() {
    }

    static Optional<String> audience(String endpoint) {
        var found = AUDIENCE.matcher(endpoint);
        return found.find()
                ? Optional.of(URLDecoder.decode(found.group(1), StandardCharsets.UTF_8))
                : Optional.empty();
    }
}
