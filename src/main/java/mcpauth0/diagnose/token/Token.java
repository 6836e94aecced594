package mcpauth0.diagnose.token;

import mcpauth0.oauth.AccessToken;
import mcpauth0.oauth.TokenVerification;
import mcpauth0.oauth.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * The access token that the rest of the run has.
 *
 * @param given what the token endpoint answered; null for a token that the operator brought
 * @param verification our own; null where the token cannot be read, or the keys were not there
 */
public record Token(AccessToken access, @Nullable Tokens given, @Nullable TokenVerification verification) {

    /** Whether it says of itself that it is for that resource. Only then may it go there. */
    public boolean isFor(String resource) {
        return access.audience().contains(resource);
    }
}
