/** Work on what strangers wrote, in processes that may break over it. */
@NullMarked
package io.taros.platform.isolation;

import org.jspecify.annotations.NullMarked;
