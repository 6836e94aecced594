/**
 * What is put into a client so that it knows a server: an address, a command, a file, a link. Pure: an {@code Entry} in,
 * text out; a secret is a named placeholder.
 */
@NullMarked
package mcpauth0.export.connect;

import org.jspecify.annotations.NullMarked;
