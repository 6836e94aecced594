/**
 * What pages know: properties and verbs, without a scene, so that tests need no screen. Everything here lives on the
 * screen thread; slow things go through {@link mcpauth0.ui.Work}.
 */
@NullMarked
package mcpauth0.ui.model;

import org.jspecify.annotations.NullMarked;
