package io.taros.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything that can be searched, in one line from the latest to the oldest: ids are given out in
 * the order of time, whatever they are of.
 */
@Repository
class SealedTexts {
    /** Comes after every id. */
    private static final UUID LATEST = new UUID(-1, -1);

    private static final String NOT_RESTRICTED =
            "not exists (select from conversation_restriction r where r.organization_id = t.organization_id and r.conversation_id = %s)";

    private static final String MESSAGES =
            """
            (select id, conversation_id, sequence, role as kind, created_at, sealed_text, null::bytea as sealed_name, null::bytea as sealed_email
             from message t where id < :before and %1$s order by id desc limit :limit)
            """
                    .formatted(NOT_RESTRICTED.formatted("t.conversation_id"));

    private static final String NOTES =
            """
            (select id, conversation_id, sequence, 'NOTE', created_at, sealed_text, null, null
             from note t where id < :before and %1$s order by id desc limit :limit)
            """
                    .formatted(NOT_RESTRICTED.formatted("t.conversation_id"));

    private static final String LEADS =
            """
            (select id, conversation_id, 0, 'LEAD', created_at, sealed_note, sealed_name, sealed_email
             from lead t where id < :before and %1$s order by id desc limit :limit)
            """
                    .formatted(NOT_RESTRICTED.formatted("t.conversation_id"));

    private static final String CONVERSATIONS =
            """
            (select t.id, t.id, 0, 'CONVERSATION', t.created_at, sealed_page, sealed_name, sealed_email
             from conversation t left join visitor_identity v on v.organization_id = t.organization_id and v.conversation_id = t.id
             where t.id < :before and %1$s order by t.id desc limit :limit)
            """
                    .formatted(NOT_RESTRICTED.formatted("t.id"));

    private final JdbcClient jdbc;

    SealedTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    enum Kind {
        VISITOR,
        BOT,
        PERSON,
        NOTE,
        LEAD,
        CONVERSATION
    }

    /**
     * @param sealedText of a conversation the page on which it began
     */
    record Row(
            UUID id,
            Conversation.Id conversationId,
            long sequence,
            Kind kind,
            Instant createdAt,
            byte @Nullable [] sealedText,
            byte @Nullable [] sealedName,
            byte @Nullable [] sealedEmail) {}

    /** None that is restricted, and none that the reader may not see. */
    @Transactional(readOnly = true)
    List<Row> before(@Nullable UUID place, int limit) {
        readInOrder();
        return jdbc
                .sql(
                        "select * from (%s) each order by id desc limit :limit"
                                .formatted(
                                        String.join(
                                                "union all",
                                                MESSAGES,
                                                NOTES,
                                                LEADS,
                                                CONVERSATIONS)))
                .param("before", place == null ? LATEST : place)
                .param("limit", limit)
                .query(Row.class)
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    /**
     * How much of a table is one organization's is not known when a statement is planned. Where it
     * is taken for little, all of it would be read and sorted for each batch.
     */
    private void readInOrder() {
        jdbc.sql(
                        "select set_config('enable_sort', 'off', true), set_config('enable_bitmapscan', 'off', true)")
                .query((row, number) -> true)
                .list();
    }
}
