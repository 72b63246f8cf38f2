/**
 * From what visitors asked to what the bot knows: the questions it had no answer to, gathered, and
 * any reply written better by a person, kept as a question with its answer.
 *
 * <p>Its words: an <em>unanswered question</em> stands for every message that asks about the same;
 * an <em>improvement</em> is what somebody decided about one of them. It stores no words of its
 * own: questions stay in their conversations, answers become sources.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "bot", "conversation", "knowledge", "search"})
package io.taros.improve;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
