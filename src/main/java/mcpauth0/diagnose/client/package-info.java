/** What the known clients would meet, from the same observations: profiles are data, one JSON file each. */
@NullMarked
package mcpauth0.diagnose.client;

import org.jspecify.annotations.NullMarked;
