/**
 * The window. {@code Wizard} owns the page in front, {@code Route} the order of the pages, {@code Setups} and
 * {@code Keeping} the set-up under way; a page never knows its neighbours. Slow work goes through
 * {@link mcpauth0.ui.Work}, the one place that touches the screen thread from another, and what would keep the screen
 * itself waiting is done there a piece in each frame.
 *
 * <p>{@code ui.page} has one class per page, {@code ui.part} what pages are made of, {@code ui.model} what pages know:
 * properties and verbs, without a scene, so that tests need no screen. Looks at everything but {@code demo},
 * {@code cli} and the root; the practice pair comes in through the interface {@link mcpauth0.ui.Practice}.
 */
@NullMarked
package mcpauth0.ui;

import org.jspecify.annotations.NullMarked;
