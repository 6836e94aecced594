package mcpauth0.diagnose.token;

import mcpauth0.oauth.TokenOutcome;
import mcpauth0.setup.Secret;

/**
 * What the token endpoint makes of refresh tokens.
 *
 * @param garbage the answer to one that nobody issued
 * @param renewed the answer to the one of the login
 * @param isPublic whether the client has no secret, so that refresh tokens must change with each use
 * @param spent the refresh token of the login
 */
public record Renewal(TokenOutcome garbage, TokenOutcome renewed, boolean isPublic, Secret spent) {
}
