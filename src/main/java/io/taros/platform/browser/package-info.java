/**
 * A browser for pages that are empty until their scripts have run. It has no way out of its own:
 * whatever it asks for is handed to it by whoever wants the page, from the one guarded client.
 *
 * <p>It keeps nothing from one page to the next, and refuses to send anything, to open further
 * windows and to save files.
 */
@NullMarked
package io.taros.platform.browser;

import org.jspecify.annotations.NullMarked;
