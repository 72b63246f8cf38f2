/** Finds the passages of an organization that speak to a question. */
@NullMarked
package io.taros.search;

import org.jspecify.annotations.NullMarked;
