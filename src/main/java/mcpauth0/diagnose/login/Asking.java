package mcpauth0.diagnose.login;

import mcpauth0.oauth.AuthorizationProbe;
import org.jspecify.annotations.Nullable;

/**
 * Authorization requests that end where a person is needed, sent after the login so that they cannot be taken for it.
 *
 * @param strange for a resource that nobody has; null where not asked
 * @param otherPort with a callback on a port that is not registered; null where not asked
 * @param twin with a callback at {@code localhost} instead of {@code 127.0.0.1}; null where the login's own callback was
 *            not refused
 */
public record Asking(@Nullable AuthorizationProbe strange, @Nullable AuthorizationProbe otherPort,
        @Nullable AuthorizationProbe twin) {
}
