package io.taros.improve;

import io.taros.conversation.Conversation;
import io.taros.conversation.Message;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something visitors asked and got no answer to.
 *
 * @param id the latest message that asks it
 * @param conversation where that was asked
 * @param text as it was asked last
 * @param otherWordings the other ways it was asked
 * @param messages every message that asks it, latest first
 * @param conversations in how many it was asked
 */
public record UnansweredQuestion(
        Message.Id id,
        Conversation.Id conversation,
        String text,
        List<String> otherWordings,
        List<Message.Id> messages,
        int conversations,
        Instant lastAskedAt) {
    public UnansweredQuestion {
        otherWordings = List.copyOf(otherWordings);
        messages = List.copyOf(messages);
    }

    /** All ways it was asked but one. */
    List<String> wordingsBeside(String wording) {
        return Stream.concat(Stream.of(text), otherWordings.stream())
                .filter(other -> !other.equals(wording.strip()))
                .toList();
    }

    public int times() {
        return messages.size();
    }
}
