/** What pages are made of: nodes that show one thing and know no page. */
@NullMarked
package mcpauth0.ui.part;

import org.jspecify.annotations.NullMarked;
