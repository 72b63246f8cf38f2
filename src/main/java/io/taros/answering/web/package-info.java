/** Answers over REST, whole or as they are written. */
@NullMarked
package io.taros.answering.web;

import org.jspecify.annotations.NullMarked;
