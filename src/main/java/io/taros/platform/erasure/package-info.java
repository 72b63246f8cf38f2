/**
 * What was erased for good is written down by its id alone, so that a backup from before cannot
 * bring it back: whoever restores one carries these erasures out again.
 */
@NullMarked
package io.taros.platform.erasure;

import org.jspecify.annotations.NullMarked;
