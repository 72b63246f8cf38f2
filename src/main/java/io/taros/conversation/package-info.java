/**
 * Threads between a visitor and a bot: messages, the turn that each of them opens, the reply that
 * closes it, and everything a visitor sees meanwhile.
 *
 * <p>Its words: a <em>turn</em> is a visitor's message waiting for its one final reply; a
 * <em>stream event</em> is something shown while the reply is made, gone once it is there; a
 * <em>handover</em> puts the conversation into the state of waiting for a person. An acknowledged
 * message is a stored one, and its turn stays open until the reply is stored in the same
 * transaction that closes it.
 *
 * <p>It knows no HTTP of visitors (that is {@code widget}) and writes no answers (that is {@code
 * answering}). It refuses history from clients: what was said is read here.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "account",
            "attachment",
            "bot",
            "ceiling",
            "handover",
            "answering",
            "search"
        })
package io.taros.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
