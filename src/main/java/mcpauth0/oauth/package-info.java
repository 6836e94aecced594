/**
 * Acting as an MCP client: reading challenges and metadata, registering, signing in, getting a token, calling the
 * server. Nimbus writes and reads the OAuth and JOSE messages, {@code http} carries them.
 *
 * <p>{@code Authorizer} joins them as a client would: it answers a server's challenges, and {@code mcp.McpSession} lets it
 * while it speaks. The single steps stay open to those who want to look at each.
 *
 * <p>A token goes only to the server that it is for; the callback listener binds to loopback, for one login, and so does
 * the publisher of what only tests look for. What comes
 * back is facts; judging them is {@code diagnose}'s. Looks at {@code http} and {@code setup}.
 */
@NullMarked
package mcpauth0.oauth;

import org.jspecify.annotations.NullMarked;
