/**
 * Tenants that the operator comes back to: named connections in a file without secrets, and the secrets in the operating
 * system's keychain where the operator wants that, else nowhere; the key that signs reports, and whose signatures are trusted. One class knows the keychain's library; without a
 * keychain everything else works. Looks at {@code auth0}, {@code http} and {@code setup}.
 */
@NullMarked
package mcpauth0.access;

import org.jspecify.annotations.NullMarked;
