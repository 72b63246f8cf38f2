/**
 * Turns bytes somebody else wrote into structured text: what kind of file they are is decided by
 * their content, never by a name. Knows no database and no network, and ends in text or in one
 * sentence why there is none.
 */
@NullMarked
package io.taros.knowledge.extract;

import org.jspecify.annotations.NullMarked;
