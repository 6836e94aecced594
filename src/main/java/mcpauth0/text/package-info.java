/** The words for people: every sentence of the program stands in the bundles here, under the id of what it is about. */
@NullMarked
package mcpauth0.text;

import org.jspecify.annotations.NullMarked;
