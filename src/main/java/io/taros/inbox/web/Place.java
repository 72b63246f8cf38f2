package io.taros.inbox.web;

import io.taros.conversation.ActivityCursor;
import io.taros.conversation.Conversations;
import io.taros.conversation.Queue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody is in the inbox, as its links say.
 *
 * @param bot none for all of them
 * @param tag that is on them; none for all of them
 */
record Place(Queue queue, @Nullable UUID bot, @Nullable UUID tag, @Nullable String cursor) {
    Place(
            @Nullable Queue queue,
            @Nullable UUID bot,
            @Nullable UUID tag,
            @Nullable String cursor) {
        this.queue = queue == null ? Queue.ALL : queue;
        this.bot = bot;
        this.tag = tag;
        this.cursor = cursor;
    }

    Place from(@Nullable String there) {
        return new Place(queue, bot, tag, there);
    }

    Conversations.@Nullable Cursor after() {
        return cursor == null ? null : ActivityCursor.parse(cursor);
    }

    String query() {
        return "?queue=" + queue + (bot == null ? "" : "&bot=" + bot) + (tag == null ? "" : "&tag=" + tag);
    }
}
