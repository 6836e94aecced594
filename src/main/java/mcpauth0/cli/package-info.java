/**
 * The words of the command line, one picocli command per class, with the exit codes that scripts rely on: 0 nothing
 * broken, 1 something is, 2 the words were wrong, 3 inconclusive. The tour and the practice pair come in through
 * interfaces that the root implements. Looks at everything but {@code ui} and the root.
 */
@NullMarked
package mcpauth0.cli;

import org.jspecify.annotations.NullMarked;
