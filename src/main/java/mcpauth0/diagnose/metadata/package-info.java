/** What the server says about its authorization server, and that one about itself. */
@NullMarked
package mcpauth0.diagnose.metadata;

import org.jspecify.annotations.NullMarked;
