/** The pages about what is closed and erased. */
@NullMarked
package io.taros.privacy.web;

import org.jspecify.annotations.NullMarked;
