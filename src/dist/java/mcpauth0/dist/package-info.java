/**
 * Makes the installers of the system that it runs on: {@code mvn -Pdist verify}. It is a program of the build and no
 * part of the product: an image of the program with a runtime of its own ({@link mcpauth0.dist.LinkedRuntime},
 * {@link mcpauth0.dist.Image}), started once so that the virtual machine remembers what it loaded
 * ({@link mcpauth0.dist.Rehearsal}), then packed ({@link mcpauth0.dist.Debian}, {@link mcpauth0.dist.Rpm}, {@link
 * mcpauth0.dist.Packed}).
 *
 * <p>JavaFX is linked into the runtime and its native libraries stand beside the virtual machine's, so that nothing is
 * unpacked into the operator's home. The other libraries stay on the class path: several have no module name. Looks at
 * {@code ui.Icon} and {@code ui.model.Licence} of the product, and at nothing else of it.
 */
@NullMarked
package mcpauth0.dist;

import org.jspecify.annotations.NullMarked;
