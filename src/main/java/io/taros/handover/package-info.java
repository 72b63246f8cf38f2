/**
 * When a bot leaves a conversation to people, and whether there are any: the owner's rules for it,
 * opening hours, days off.
 *
 * <p>Its words: a <em>rule</em> is a reason of the owner's to call a person; a <em>topic</em> is a
 * rule with words to know it by; <em>hours</em> are when people can be expected; <em>there</em> is
 * whoever's inbox is open; a <em>team</em> is colleagues to whom conversations are left together.
 *
 * <p>It changes no conversation: {@code conversation} asks here and makes the moves. A visitor who
 * asks for a person gets one, whatever the rules say.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "account", "organization", "bot"})
package io.taros.handover;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
