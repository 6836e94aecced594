/**
 * What the known clients would meet, from the same observations, and why one did not connect: from what it showed, and from
 * the access log of the server. Profiles and messages are data.
 */
@NullMarked
package mcpauth0.diagnose.client;

import org.jspecify.annotations.NullMarked;
