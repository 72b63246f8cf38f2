/**
 * What is held about somebody who is no member, whichever module holds it: brought by those who own
 * the rows, for the module that answers to that person.
 */
@NullMarked
package io.taros.platform.rights;

import org.jspecify.annotations.NullMarked;
