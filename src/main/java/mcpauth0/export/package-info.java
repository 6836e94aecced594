/**
 * What leaves the program as text: configuration for the server, and in {@code report} the report of a check. One class per
 * format, pure: facts in, text out; every secret is a named placeholder. Looks at {@code diagnose}, {@code plan},
 * {@code http}, {@code setup} and {@code text}.
 */
@NullMarked
package mcpauth0.export;

import org.jspecify.annotations.NullMarked;
