/** Whether a session that is signed in works: tools, session ids. */
@NullMarked
package mcpauth0.diagnose.mcp;

import org.jspecify.annotations.NullMarked;
