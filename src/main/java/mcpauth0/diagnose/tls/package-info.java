/** Whether the server's certificate is one that clients accept; the chain itself is looked at, because Java's errors hide causes. */
@NullMarked
package mcpauth0.diagnose.tls;

import org.jspecify.annotations.NullMarked;
