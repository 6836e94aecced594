/** Whether the server asks for a token in the way that clients understand. */
@NullMarked
package mcpauth0.diagnose.challenge;

import org.jspecify.annotations.NullMarked;
