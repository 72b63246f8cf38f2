/**
 * What people do with the product from end to end: the packaged jar, a real browser, real websites
 * on other ports. A journey fails when a page complains on its console, whatever else it shows.
 */
@NullMarked
package io.taros.journey;

import org.jspecify.annotations.NullMarked;
