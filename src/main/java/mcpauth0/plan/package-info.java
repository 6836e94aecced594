/**
 * Read, plan, apply, prove, undo: how a remote system is changed without surprising its owner. Knows nothing of Auth0;
 * a step is given whatever tenant type {@code T} it works on.
 *
 * <p>Reading and planning happen again right before applying, and must agree with what was approved; every change is
 * journaled before it is made; after it, the step's own plan must be empty. Looks at {@code http} and {@code setup}.
 */
@NullMarked
package mcpauth0.plan;

import org.jspecify.annotations.NullMarked;
