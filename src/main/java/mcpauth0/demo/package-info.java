/**
 * The practice pair: an Auth0 tenant and an MCP server, on loopback over HTTPS, that behave like the real ones down to
 * their error texts. They are for learning, for demonstrations and for our own tests; each {@code Fault} is a switch
 * that breaks one thing.
 *
 * <p>State is in memory, several pairs run side by side, and the key of the authority that signs their certificates
 * never leaves memory. Looks at {@code setup} alone.
 */
@NullMarked
package mcpauth0.demo;

import org.jspecify.annotations.NullMarked;
