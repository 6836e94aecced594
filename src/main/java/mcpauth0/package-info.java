/** Start-up and wiring: the only place that says {@code new} for what the rooms of the house are given. */
@NullMarked
package mcpauth0;

import org.jspecify.annotations.NullMarked;
