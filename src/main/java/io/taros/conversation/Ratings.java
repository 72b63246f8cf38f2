package io.taros.conversation;

import io.taros.platform.sql.Ids;
import io.taros.platform.web.NotFound;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** What visitors think of the replies. */
@Repository
public class Ratings {
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Ids ids;
    private final InstantSource clock;
    private final Seal seal;
    private final JudgedReplies judged;
    private final Milestones milestones;

    Ratings(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Ids ids,
            InstantSource clock,
            Seal seal,
            JudgedReplies judged,
            Milestones milestones) {
        this.milestones = milestones;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
        this.seal = seal;
        this.judged = judged;
    }

    private record Row(
            Rating.Id id,
            Message.@Nullable Id messageId,
            int score,
            byte @Nullable [] sealedComment,
            Instant createdAt) {}

    /**
     * Replaces an earlier rating of the same thing; only the bot's and people's words can be rated.
     */
    public void rate(
            Conversation.Id conversation,
            Message.@Nullable Id message,
            int score,
            @Nullable String comment) {
        var id = new Rating.Id(ids.next());
        var sealedComment = seal.closeField("rating", "comment", id, comment);
        var isStored =
                transactions.execute(status -> {
                    var isNew = store(id, conversation, message, score, sealedComment);
                    if (isNew.isPresent() && message != null) {
                        judged.byVisitor(message, score);
                    }
                    if (isNew.isPresent() && isNew.get()) {
                        milestones.rated(conversation, message, score);
                    }
                    return isNew.isPresent();
                });
        if (!isStored) {
            throw new NotFound();
        }
    }

    /** Whether nothing was rated before; empty if there is nothing to rate. */
    private Optional<Boolean> store(
            Rating.Id id,
            Conversation.Id conversation,
            Message.@Nullable Id message,
            int score,
            byte @Nullable [] sealedComment) {
        return jdbc.sql(
                        """
                        insert into rating (organization_id, id, conversation_id, message_id, score, sealed_comment, created_at)
                        select organization_id, :id, id, :message::uuid, :score, :comment, :now from conversation
                        where id = :conversation
                          and (:message::uuid is null or exists (select 1 from message
                               where message.id = :message::uuid and message.conversation_id = :conversation and role <> 'VISITOR'))
                        on conflict on constraint rating_once do update
                          set id = excluded.id, score = excluded.score, sealed_comment = excluded.sealed_comment,
                              created_at = excluded.created_at
                        returning old.id is null
                        """)
                .param("id", id)
                .param("message", message)
                .param("score", score)
                .param("comment", sealedComment)
                .param("now", clock.instant())
                .param("conversation", conversation)
                .query(Boolean.class)
                .optional();
    }

    public List<Rating> list(Conversation.Id conversation) {
        var rows =
                transactions.execute(status ->
                        jdbc.sql(
                                        """
                                        select id, message_id, score, sealed_comment, created_at from rating
                                        where conversation_id = :conversation order by created_at
                                        """)
                                .param("conversation", conversation)
                                .query(Row.class)
                                .list());
        return rows.stream()
                .map(row ->
                        new Rating(
                                row.id(),
                                row.messageId(),
                                row.score(),
                                seal.openField("rating", "comment", row.id(), row.sealedComment()),
                                row.createdAt()))
                .toList();
    }
}
