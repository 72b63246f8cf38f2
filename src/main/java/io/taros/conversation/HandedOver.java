package io.taros.conversation;

/**
 * A person is to see to it, from this transaction on.
 *
 * @param reason of the handover, or else the move that led here
 */
public record HandedOver(Conversation.Id conversation, String reason) {}
