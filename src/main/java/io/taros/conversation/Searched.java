package io.taros.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was found in one look back.
 *
 * @param hits the latest first, one for each conversation
 * @param looked how many messages, notes and contacts were opened
 * @param backTo the time of the last of them; none where there was nothing to open
 * @param next where to look on; none where all was looked through
 */
public record Searched(List<Hit> hits, int looked, @Nullable Instant backTo, @Nullable UUID next) {
    public Searched {
        hits = List.copyOf(hits);
    }

    /** What holds the words. */
    public enum In {
        VISITOR,
        BOT,
        PERSON,
        NOTE,
        CONTACT,
        PAGE
    }

    /**
     * @param snippet of the latest that holds them
     * @param place of it in the conversation; 0 where it has none
     * @param others how many more of the same conversation were seen to hold them
     */
    public record Hit(
            Conversation conversation,
            In in,
            Snippet snippet,
            long place,
            Instant at,
            int others) {}
}
