/** Whether the server's name has an address and somebody answers there. */
@NullMarked
package mcpauth0.diagnose.network;

import org.jspecify.annotations.NullMarked;
