/**
 * The Auth0 side: getting into a tenant through the Management API, reading it, and the steps that make it the
 * authorization server of an MCP server, one class each, listed in {@link mcpauth0.auth0.Steps}.
 *
 * <p>auth0-java carries the calls through one class here, which is also the only one that touches OkHttp. A Management
 * API token goes to its own tenant and nowhere else. Looks at {@code plan}, {@code http} and {@code setup}.
 */
@NullMarked
package mcpauth0.auth0;

import org.jspecify.annotations.NullMarked;
