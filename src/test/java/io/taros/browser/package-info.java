/**
 * The browser that tests look through: Chromium as installed, found and started once, and what axe
 * says about a page.
 */
@NullMarked
package io.taros.browser;

import org.jspecify.annotations.NullMarked;
