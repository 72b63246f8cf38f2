package io.taros.widget;

import io.taros.bot.Bot;
import io.taros.conversation.Conversation;

/** A request that proved whose conversation it is about. */
record Visit(Bot bot, Conversation conversation) {
    Conversation.Id id() {
        return conversation.id();
    }
}
