/** Pages, errors, limits and headers that every controller shares. */
@NullMarked
package io.taros.platform.web;

import org.jspecify.annotations.NullMarked;
