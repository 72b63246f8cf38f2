package io.taros.conversation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * All that happened in a conversation, for people: what was said, what they noted, who had the
 * word.
 */
@Component
public class Threads {
    private static final int AT_ONCE = 10_000;

    private final Conversations conversations;
    private final ConversationLog log;
    private final Notes notes;
    private final Moves moves;

    Threads(Conversations conversations, ConversationLog log, Notes notes, Moves moves) {
        this.conversations = conversations;
        this.log = log;
        this.notes = notes;
        this.moves = moves;
    }

    /** Something with its place. */
    public sealed interface Happening {
        long sequence();

        record Said(Message message) implements Happening {
            @Override
            public long sequence() {
                return message.sequence();
            }
        }

        record Noted(Note note) implements Happening {
            @Override
            public long sequence() {
                return note.sequence();
            }
        }

        record Changed(Moved moved) implements Happening {
            @Override
            public long sequence() {
                return moved.sequence();
            }
        }
    }

    /**
     * In order, beginning after a place. Places are given out under one lock, so whoever goes on
     * after the last one they have seen misses nothing and sees nothing twice.
     */
    public List<Happening> list(Conversation.Id id, long after) {
        // What was given its place since is left for the next look: the three are not read at once.
        var last = conversations.lastPlace(id);
        return Stream.of(
                        moves.list(id, after).stream().map(Happening.Changed::new),
                        notes.list(id, after).stream().map(Happening.Noted::new),
                        log.list(id, after, AT_ONCE).stream().map(Happening.Said::new))
                .<Happening>flatMap(each -> each)
                .filter(each -> each.sequence() <= last)
                .sorted(Comparator.comparingLong(Happening::sequence))
                .toList();
    }
}
