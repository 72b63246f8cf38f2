package io.taros.conversation;

import io.taros.bot.Bot;
import io.taros.platform.sql.Ids;
import io.taros.platform.web.NotFound;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
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
    private final ApplicationEventPublisher events;

    Ratings(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Ids ids,
            InstantSource clock,
            Seal seal,
            JudgedReplies judged,
            Milestones milestones,
            ApplicationEventPublisher events) {
        this.milestones = milestones;
        this.events = events;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
        this.seal = seal;
        this.judged = judged;
    }

    private record Row(
            Conversation.Id conversationId,
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
                    var stored = store(id, conversation, message, score, sealedComment);
                    if (stored.isPresent() && message != null) {
                        judged.byVisitor(message, score);
                    }
                    if (stored.filter(Stored::isNew).isPresent()) {
                        milestones.rated(conversation, message, score);
                    }
                    if (stored.filter(Stored::isChanged).isPresent()) {
                        events.publishEvent(new ReplyRated(conversation, message, score));
                    }
                    return stored.isPresent();
                });
        if (!isStored) {
            throw new NotFound();
        }
    }

    private record Stored(boolean isNew, boolean isChanged) {}

    /** Empty if there is nothing to rate. */
    private Optional<Stored> store(
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
                        returning old.id is null as is_new, old.score is distinct from new.score as is_changed
                        """)
                .param("id", id)
                .param("message", message)
                .param("score", score)
                .param("comment", sealedComment)
                .param("now", clock.instant())
                .param("conversation", conversation)
                .query(Stored.class)
                .optional();
    }

    public record Given(Conversation.Id conversation, Rating rating) {}

    /**
     * The latest first, beginning before one; none in what is restricted.
     *
     * @param bot absent for all
     */
    public List<Given> list(Bot.@Nullable Id bot, @Nullable UUID before, int limit) {
        var rows =
                transactions.execute(status ->
                        jdbc.sql(
                                        """
                                        select c.id as conversation_id, r.id, r.message_id, r.score, r.sealed_comment, r.created_at
                                        from rating r join conversation c on c.organization_id = r.organization_id and c.id = r.conversation_id
                                        where (:bot::uuid is null or c.bot_id = :bot) and (:before::uuid is null or r.id < :before::uuid) and %s
                                        order by r.id desc limit :limit
                                        """
                                                .formatted(Restrictions.noneOf("c")))
                                .param("bot", bot)
                                .param("before", before)
                                .param("limit", limit)
                                .query(Row.class)
                                .list());
        return rows.stream().map(row -> new Given(row.conversationId(), opened(row))).toList();
    }

    public List<Rating> list(Conversation.Id conversation) {
        var rows =
                transactions.execute(status ->
                        jdbc.sql(
                                        """
                                        select conversation_id, id, message_id, score, sealed_comment, created_at from rating
                                        where conversation_id = :conversation order by created_at
                                        """)
                                .param("conversation", conversation)
                                .query(Row.class)
                                .list());
        return rows.stream().map(this::opened).toList();
    }

    private Rating opened(Row row) {
        return new Rating(
                row.id(),
                row.messageId(),
                row.score(),
                seal.openField("rating", "comment", row.id(), row.sealedComment()),
                row.createdAt());
    }
}
