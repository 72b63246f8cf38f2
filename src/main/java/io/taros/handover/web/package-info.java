/** The page where an owner says when people are called, and when they can be expected. */
@NullMarked
package io.taros.handover.web;

import org.jspecify.annotations.NullMarked;
