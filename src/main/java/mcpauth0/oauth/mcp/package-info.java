/**
 * Speaking to an MCP server over Streamable HTTP in both of its eras: with {@code initialize} and a session (2025-11-25
 * and older), and without either (2026-07-28). A call goes to the one address that it is made for, with its token, and
 * no redirect is followed. With an {@code Authorizer}, the server's challenges are answered on the way and the call is sent
 * again.
 */
@NullMarked
package mcpauth0.oauth.mcp;

import org.jspecify.annotations.NullMarked;
