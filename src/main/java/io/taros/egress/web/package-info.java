/** The pages of this room and the controllers that serve them. */
@NullMarked
package io.taros.egress.web;

import org.jspecify.annotations.NullMarked;
