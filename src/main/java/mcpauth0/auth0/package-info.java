/**
 * The Auth0 side: getting into a tenant through the Management API, reading it, and the steps that make it the
 * authorization server of an MCP server, one class each, listed in {@link mcpauth0.auth0.Steps}.
 *
 * <p>A step says what it wants; what its calls wrote is found and put back without knowing which step it was, so that a
 * new step can be undone from its first day. A Management API token goes to its own tenant and nowhere else. Looks at {@code plan}, {@code http} and {@code setup}.
 */
@NullMarked
package mcpauth0.auth0;

import org.jspecify.annotations.NullMarked;
