/**
 * Our program meets programs of other people: in Java in this process, and in Node, installed with npm into
 * {@code target/peers}. Where there is no npm the tests that need it are left out with a word about it; where {@code CI}
 * is set they must run.
 */
@NullMarked
package mcpauth0.peers;

import org.jspecify.annotations.NullMarked;
