/**
 * Read, plan, apply, prove, undo: how a remote system is changed without surprising its owner. Knows nothing of Auth0;
 * a step is given whatever tenant type {@code T} it works on.
 *
 * <p>A step reads and reasons, it never sends: what the operator approved is a list of requests, and the
 * {@link mcpauth0.plan.Applier} sends exactly those. Reading and planning happen again right before applying, and must agree with what was approved; every change is
 * journaled before it is made; after it, the step's own plan must be empty. Looks at {@code http} and {@code setup}.
 */
@NullMarked
package mcpauth0.plan;

import org.jspecify.annotations.NullMarked;
