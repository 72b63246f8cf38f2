/** What leaves through the log, and what never does. */
@NullMarked
package io.taros.platform.log;

import org.jspecify.annotations.NullMarked;
