/**
 * What the operator wants, as immutable records: the server, the tenant, the choices. No input or output happens here
 * and nothing of the program is imported; every other package may look at this one.
 *
 * <p>Typed text becomes one of these values through a {@code parse} method that never throws: it answers
 * {@link mcpauth0.setup.Parsed}, either the value in its normal form or the id of the problem, for which the bundles
 * hold problem, cause and cure.
 */
@NullMarked
package mcpauth0.setup;

import org.jspecify.annotations.NullMarked;
