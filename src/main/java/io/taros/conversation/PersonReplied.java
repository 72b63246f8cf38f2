package io.taros.conversation;

/**
 * A person said something to the visitor, who may not be there any more.
 *
 * @param place of what was said
 */
public record PersonReplied(Conversation.Id conversation, long place) {}
