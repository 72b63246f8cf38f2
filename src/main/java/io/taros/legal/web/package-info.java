/** Pages of texts that bind. */
@NullMarked
package io.taros.legal.web;

import org.jspecify.annotations.NullMarked;
