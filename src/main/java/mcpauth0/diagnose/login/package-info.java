/** Whether a person can sign in for this server. */
@NullMarked
package mcpauth0.diagnose.login;

import org.jspecify.annotations.NullMarked;
