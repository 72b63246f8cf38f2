package io.taros.conversation;

import io.taros.bot.Bot;

/** Somebody opened a conversation, in this transaction; nothing was said in it yet. */
public record ConversationStarted(Conversation.Id conversation, Bot.Id bot) {}
