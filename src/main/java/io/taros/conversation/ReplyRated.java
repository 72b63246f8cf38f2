package io.taros.conversation;

import org.jspecify.annotations.Nullable;

/**
 * A visitor said what they think.
 *
 * @param message the reply it is about; none when it is about the whole conversation
 * @param score from 1, bad, to 5, good
 */
public record ReplyRated(Conversation.Id conversation, Message.@Nullable Id message, int score) {}
