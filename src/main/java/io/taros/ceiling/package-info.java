/**
 * What a bot may cost in a day: so many answers to one visitor, so many to all of them, and what it
 * says instead of one more.
 *
 * <p>Its words: a <em>ceiling</em> is what an owner set; an answer is <em>taken</em> before it is
 * made, so that many at once never come to more than the ceiling.
 *
 * <p>It refuses no visitor: messages are kept, and a person can be asked for as before.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "organization", "bot"})
package io.taros.ceiling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
