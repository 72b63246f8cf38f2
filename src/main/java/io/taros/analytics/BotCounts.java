package io.taros.analytics;

import io.taros.answering.Answer;
import io.taros.bot.Bot;
import io.taros.conversation.TurnClosed;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What was counted and is not in the sums yet. Rows are only added, so that whoever counts waits
 * for nobody, and taken away by one at a time.
 */
@Repository
class BotCounts {
    static final int AT_ONCE = 5_000;

    /**
     * @param kind none for what belongs to the sums of the day
     */
    record Row(
            Bot.Id botId,
            LocalDate day,
            Tally.@Nullable Kind kind,
            @Nullable String name,
            int conversations,
            int answered,
            int askedBack,
            int handedOver,
            long sessionMillis,
            @Nullable Double score) {
        Tally tally() {
            return new Tally(conversations, answered, askedBack, handedOver);
        }
    }

    private final JdbcClient jdbc;
    private final CrossOrganization everywhere;

    BotCounts(JdbcClient jdbc, CrossOrganization everywhere) {
        this.jdbc = jdbc;
        this.everywhere = everywhere;
    }

    /** In the transaction in which the reply is stored. */
    void add(TurnClosed turn, Session session) {
        var visit = turn.visit();
        jdbc.sql(
                        """
                        insert into bot_count (organization_id, bot_id, day, kind, name, conversations, answered, asked_back, handed_over,
                            session_millis, score)
                        select :organization, :bot, :day, kind, name, conversations, :answered, :askedBack, :handedOver, session_millis, score
                        from (values (null, null, :first, :millis, cast(:score as double precision)),
                                     ('LANGUAGE', :language, :firstOfWeek, 0, null),
                                     ('PAGE', :path, :firstOfWeek, 0, null)) as c (kind, name, conversations, session_millis, score)
                        """)
                .param("organization", Tenancy.organization())
                .param("bot", turn.bot())
                .param("day", session.day())
                .param("answered", isCounted(turn, Answer.Decision.ANSWER) ? 1 : 0)
                .param("askedBack", isCounted(turn, Answer.Decision.ASK_BACK) ? 1 : 0)
                .param("handedOver", isCounted(turn, Answer.Decision.HAND_OVER) ? 1 : 0)
                .param("first", session.isFirst() ? 1 : 0)
                .param("firstOfWeek", session.isFirstOfItsWeek() ? 1 : 0)
                .param("millis", session.spoken().toMillis())
                .param("score", turn.why() != null && turn.why().isScored() ? turn.score() : null)
                .param("language", visit.language())
                .param("path", Objects.requireNonNullElse(visit.path(), ""))
                .update();
    }

    /**
     * @param conversations less than none where one is taken back
     */
    void add(Tallies.Row row, int conversations) {
        jdbc.sql(
                        """
                        insert into bot_count (organization_id, bot_id, day, kind, name, conversations)
                        values (:organization, :bot, :day, :kind, :name, :conversations)
                        """)
                .param("organization", Tenancy.organization())
                .param("bot", row.bot())
                .param("day", row.day())
                .param("kind", row.kind())
                .param("name", row.name())
                .param("conversations", conversations)
                .update();
    }

    /** In a transaction, until whose end nobody else takes of the bound organization. */
    List<Row> take() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('taros.counts.' || :o::text, 0))")
                .param("o", Tenancy.organization())
                .query((row, number) -> true)
                .single();
        // Whoever deletes a bot holds it first and its counts second.
        jdbc.sql(
                        """
                        select id from bot where id in (select bot_id from bot_count where organization_id = :organization)
                        order by id for key share
                        """)
                .param("organization", Tenancy.organization())
                .query((row, number) -> true)
                .list();
        return jdbc
                .sql(
                        """
                        delete from bot_count where organization_id = :organization and id in (
                            select id from bot_count where organization_id = :organization order by id limit :most)
                        returning bot_id, day, kind, name, conversations, answered, asked_back, handed_over, session_millis, score
                        """)
                .param("organization", Tenancy.organization())
                .param("most", AT_ONCE)
                .query(Row.class)
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    /** Of which there is something to take. */
    List<OrganizationId> organizations() {
        return everywhere.inTransaction(staff ->
                staff.sql("select distinct organization_id from bot_count")
                        .query((row, number) -> new OrganizationId(row.getObject(1, UUID.class)))
                        .list());
    }

    /** Who greets or thanks asks nothing. */
    private static boolean isCounted(TurnClosed turn, Answer.Decision decision) {
        return turn.decision() == decision && turn.why() != Answer.Why.COURTESY;
    }
}
