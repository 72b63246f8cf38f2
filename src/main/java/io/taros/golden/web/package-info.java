/** Golden questions and their runs, over REST and as a page of the room Test. */
@NullMarked
package io.taros.golden.web;

import org.jspecify.annotations.NullMarked;
