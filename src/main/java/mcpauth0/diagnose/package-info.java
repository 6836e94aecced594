/**
 * What is wrong with an MCP server, whose side it is on, and what cures it.
 *
 * <p>Fetching and judging are apart: probes run once each and leave {@link mcpauth0.diagnose.Observations}; a
 * {@link mcpauth0.diagnose.Check} is a pure function from these to a {@link mcpauth0.diagnose.Verdict}. One class per
 * check, named as the sentence that must hold, listed in {@code Checks}; its id names the failure. The subpackages are
 * the stations of a connection. Looks at {@code auth0}, {@code oauth}, {@code plan}, {@code http} and {@code setup}.
 */
@NullMarked
package mcpauth0.diagnose;

import org.jspecify.annotations.NullMarked;
