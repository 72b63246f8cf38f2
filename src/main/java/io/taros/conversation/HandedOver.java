package io.taros.conversation;

/** A person was promised, in this transaction. */
public record HandedOver(Conversation.Id conversation) {}
