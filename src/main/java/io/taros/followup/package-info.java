/**
 * Conversations that go on by mail: what a person replied to somebody who had left follows them,
 * and what they answer comes back.
 *
 * <p>Its words: a <em>follow-up</em> is a mail with a person's replies; a <em>mail thread</em> is
 * what is known of a conversation's mails; a <em>reply address</em> is where answers to them go,
 * and whoever knows it can be no other than the one it was mailed to.
 *
 * <p>It writes to nobody but the address the visitor gave in that very conversation, mails nothing
 * but what was said to the visitor, and answers no mail by itself: what is not taken is dropped.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"platform", "organization", "block", "bot", "conversation"})
package io.taros.followup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
