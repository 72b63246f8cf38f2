package io.taros.notification;

import io.taros.bot.Bot;
import io.taros.conversation.Conversation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be told: ids and words of closed lists, and nothing that anybody said.
 *
 * @param bot absent where the conversation knows it, or where it is about no bot
 * @param subject the message, the lead, the source, or the account that sees to it
 * @param place in the conversation
 * @param erased the conversations that are gone
 */
record Happening(
        Event event,
        Bot.@Nullable Id bot,
        Conversation.@Nullable Id conversation,
        @Nullable UUID subject,
        @Nullable String word,
        @Nullable Long place,
        @Nullable Double score,
        List<UUID> erased) {
    Happening {
        erased = List.copyOf(erased);
    }

    static Happening in(Conversation.Id conversation, Event event) {
        return new Happening(event, null, conversation, null, null, null, null, List.of());
    }

    static Happening of(Bot.Id bot, Event event) {
        return new Happening(event, bot, null, null, null, null, null, List.of());
    }

    static Happening erased(List<UUID> threads) {
        return new Happening(Event.PRIVACY_ERASED, null, null, null, null, null, null, threads);
    }

    Happening about(@Nullable UUID one) {
        return new Happening(event, bot, conversation, one, word, place, score, erased);
    }

    Happening saying(@Nullable String one) {
        return new Happening(event, bot, conversation, subject, one, place, score, erased);
    }

    Happening at(long here) {
        return new Happening(event, bot, conversation, subject, word, here, score, erased);
    }

    Happening scored(double worth) {
        return new Happening(event, bot, conversation, subject, word, place, worth, erased);
    }
}
