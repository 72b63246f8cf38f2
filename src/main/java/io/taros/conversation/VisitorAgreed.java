package io.taros.conversation;

/**
 * A visitor agreed to what they were asked before the first word.
 *
 * @param wording its version
 */
public record VisitorAgreed(Conversation.Id conversation, String wording) {}
