/** Whether a client can make itself known to the authorization server. */
@NullMarked
package mcpauth0.diagnose.registration;

import org.jspecify.annotations.NullMarked;
