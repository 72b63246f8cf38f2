/**
 * The master key and one data key per organization, so that destroying a key destroys what it
 * sealed.
 */
@NullMarked
package io.taros.platform.crypto;

import org.jspecify.annotations.NullMarked;
