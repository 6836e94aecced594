/** What a client meets that sends MCP messages without a token: the endpoint, redirects, pages instead of answers, foreign origins. */
@NullMarked
package mcpauth0.diagnose.transport;

import org.jspecify.annotations.NullMarked;
