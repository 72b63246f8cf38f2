package io.taros.conversation;

import io.taros.bot.Bot;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The conversations of an organization by how they stand, whichever bot they are with. */
@Repository
class ConversationLists {
    private final JdbcClient jdbc;

    ConversationLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Latest activity first, beginning after a place in that order; none that is restricted. */
    @Transactional(readOnly = true)
    List<Conversation.Id> list(
            Bot.@Nullable Id bot,
            Conversation.@Nullable State state,
            Conversations.@Nullable Cursor after,
            int limit) {
        return jdbc.sql(
                        """
                        select id from conversation
                        where message_count > 0 and %s
                          and (:bot::uuid is null or bot_id = :bot) and (:state::text is null or state = :state)
                          and (:time::timestamptz is null or (last_message_at, id) < (:time::timestamptz, :id::uuid))
                        order by last_message_at desc, id desc limit :limit
                        """
                                .formatted(Restrictions.NONE))
                .param("bot", bot)
                .param("state", state)
                .param("time", after == null ? null : after.time())
                .param("id", after == null ? null : after.id())
                .param("limit", limit)
                .query((row, number) -> new Conversation.Id(row.getObject(1, UUID.class)))
                .list();
    }
}
