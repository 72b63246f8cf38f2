/** Where files live: the data directory and the blob store. */
@NullMarked
package io.taros.platform.storage;

import org.jspecify.annotations.NullMarked;
