package io.taros.inbox.web;

import io.taros.conversation.ActivityCursor;
import io.taros.conversation.Conversations;
import io.taros.conversation.Queue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where somebody is in the inbox, as its links say. */
record Place(Queue queue, Limits limits, @Nullable String cursor) {
    /**
     * What a queue is limited to; none for all of them.
     *
     * @param tag that is on them
     * @param team to which they are left
     */
    record Limits(@Nullable UUID bot, @Nullable UUID tag, @Nullable UUID team) {
        String query() {
            return limit("bot", bot) + limit("tag", tag) + limit("team", team);
        }

        private static String limit(String name, @Nullable UUID value) {
            return value == null ? "" : "&" + name + "=" + value;
        }
    }

    Place(@Nullable Queue queue, Limits limits, @Nullable String cursor) {
        this.queue = queue == null ? Queue.ALL : queue;
        this.limits = limits;
        this.cursor = cursor;
    }

    Place from(@Nullable String there) {
        return new Place(queue, limits, there);
    }

    Conversations.@Nullable Cursor after() {
        return cursor == null ? null : ActivityCursor.parse(cursor);
    }

    String query() {
        return "?queue=" + queue + limits.query();
    }
}
