/**
 * From a form in the chat to somebody who was answered: what a bot asks visitors for, and how far
 * people are with what they left.
 *
 * <p>Its words: a <em>form</em> is what a bot asks, a <em>moment</em> when it offers to; the
 * <em>desk</em> is where leads are worked on, a <em>step</em> what somebody did with one; leads
 * that are <em>merged</em> are shown as one.
 *
 * <p>It holds nothing that a visitor left: that is {@code conversation}'s, and goes with the
 * conversation. It merges nothing by itself and copies nothing from one lead to another, so that
 * nobody's consent covers more than they agreed to.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"platform", "account", "organization", "bot", "conversation"})
package io.taros.lead;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
