package io.taros.conversation;

/** Something was said, and is stored in this transaction. */
public record MessageAdded(
        Conversation.Id conversation, Message.Id message, Message.Role role, long sequence) {}
