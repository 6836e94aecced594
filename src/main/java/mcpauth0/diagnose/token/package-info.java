/** Whether the token that came out of the login is one for this server. */
@NullMarked
package mcpauth0.diagnose.token;

import org.jspecify.annotations.NullMarked;
