/** Bots over REST. */
@NullMarked
package io.taros.bot.web;

import org.jspecify.annotations.NullMarked;
