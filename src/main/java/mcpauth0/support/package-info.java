/**
 * What somebody gets who helps: the last report, kept in the program's folder, and the bundle that is made of what is there
 * without anything secret. Nothing is ever sent from here. Looks at {@code export}, {@code diagnose}, {@code http},
 * {@code setup} and {@code text}.
 */
@NullMarked
package mcpauth0.support;

import org.jspecify.annotations.NullMarked;
