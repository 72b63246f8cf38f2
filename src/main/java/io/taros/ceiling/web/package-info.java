/** Its page. */
@NullMarked
package io.taros.ceiling.web;

import org.jspecify.annotations.NullMarked;
