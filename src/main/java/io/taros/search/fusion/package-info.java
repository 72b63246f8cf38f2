/** Weighs what was measured about each candidate into one ranking, by weights anybody can read. */
@NullMarked
package io.taros.search.fusion;

import org.jspecify.annotations.NullMarked;
