/**
 * The map of personal data: what is kept of whom, where, for what, on which basis and how long.
 * Modules bring what is theirs; a column, file, index field or job nobody brought fails the build.
 */
@NullMarked
package io.taros.platform.datamap;

import org.jspecify.annotations.NullMarked;
