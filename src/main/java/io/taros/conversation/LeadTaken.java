package io.taros.conversation;

import io.taros.bot.Bot;

/** A visitor left how to reach them. */
public record LeadTaken(Lead.Id lead, Conversation.Id conversation, Bot.Id bot) {}
