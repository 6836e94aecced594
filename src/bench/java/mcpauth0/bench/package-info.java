/**
 * What the diagnosis costs, as figures and not as a test: how much longer a check takes than the network makes it wait,
 * and time, memory and computing of 1, 10, 100 and 1,000 targets. {@code mvn -Pbench -DskipTests verify} prints them;
 * {@code -Dbench.targets="1 10"} takes other numbers. The servers are practice pairs on this machine, in a process of
 * their own, each answer of which is held back for 100 ms. They compute on the same processors as the check, so a quiet
 * machine with several gives the better figures.
 */
@NullMarked
package mcpauth0.bench;

import org.jspecify.annotations.NullMarked;
