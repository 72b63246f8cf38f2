/**
 * Where people work: the queues, a conversation with everything that happened in it, replies,
 * notes, who sees to what, who is there.
 *
 * <p>Its words: a <em>queue</em> is a list to work through; a <em>colleague</em> is a member who
 * may write to visitors; <em>present</em> is a colleague whose inbox is open and who does not say
 * they are away; a <em>canned reply</em> is a text that is written again and again.
 *
 * <p>It changes no conversation by itself: that is {@code conversation}, which knows who may have
 * the word. What is said here live is a hint to look; what is looked at is always read anew, so
 * that a page that was cut off misses nothing and shows nothing twice.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "account",
            "organization",
            "privacy",
            "bot",
            "handover",
            "answering",
            "conversation",
            "followup",
            "search"
        })
package io.taros.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
