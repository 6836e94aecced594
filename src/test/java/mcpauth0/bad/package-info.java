/**
 * Servers that mean ill or are out of their mind, against the whole program: every bad answer at every station of the
 * exchange, and mutated examples in every parser of foreign input.
 */
@NullMarked
package mcpauth0.bad;

import org.jspecify.annotations.NullMarked;
