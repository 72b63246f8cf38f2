package io.taros.conversation;

/**
 * The bot was asked something and was not sure enough of any answer.
 *
 * @param why in a word of a closed list
 */
public record AnswerDoubted(
        Conversation.Id conversation, Message.Id reply, long sequence, String why, double score) {}
