/** One class per page: it puts parts together, shows what its model knows, and passes on what the operator does. */
@NullMarked
package mcpauth0.ui.page;

import org.jspecify.annotations.NullMarked;
