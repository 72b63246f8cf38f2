/** The pages of this room and the controllers that serve them. */
@NullMarked
package io.taros.knowledge.web;

import org.jspecify.annotations.NullMarked;
