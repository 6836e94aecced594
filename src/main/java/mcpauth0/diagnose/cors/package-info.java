/** Whether clients that run in a browser may read what they need. */
@NullMarked
package mcpauth0.diagnose.cors;

import org.jspecify.annotations.NullMarked;
