package io.taros.conversation;

/** The only time the token is seen. */
public record OpenedConversation(Conversation.Id id, VisitorToken token) {}
