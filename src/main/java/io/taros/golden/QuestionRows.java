package io.taros.golden;

import io.taros.bot.Bot;
import io.taros.conversation.Conversation;
import io.taros.platform.security.Tenancy;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The table of golden questions. */
@Repository
class QuestionRows {
    private static final String SELECT =
            "select id, bot_id, sealed_content, created_at from golden_question ";

    private final JdbcClient jdbc;

    QuestionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the transaction ends nobody else changes the list of this bot. */
    void lock(Bot.Id bot) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('taros.golden.' || :bot::text, 0))")
                .param("bot", bot)
                .query()
                .singleRow();
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<SealedQuestion> list(Bot.Id bot) {
        return jdbc
                .sql(SELECT + "where bot_id = :bot order by id")
                .param("bot", bot)
                .query(SealedQuestion.class)
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    /** What was sealed anew looks different, even if it says the same. */
    @Transactional(readOnly = true)
    public Optional<String> state(Bot.Id bot) {
        return jdbc.sql(
                        """
                        select md5(string_agg(id::text || md5(sealed_content), ',' order by id))
                        from golden_question where bot_id = :bot having count(*) > 0
                        """)
                .param("bot", bot)
                .query(String.class)
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<SealedQuestion> find(GoldenQuestion.Id id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(SealedQuestion.class)
                .optional();
    }

    void add(List<SealedQuestion> questions) {
        jdbc.sql(
                        """
                        insert into golden_question (organization_id, id, bot_id, sealed_content, created_at)
                        select :organization, q.id, q.bot_id, q.content, q.created_at
                        from unnest(:ids, :bots, :contents, :times) as q (id, bot_id, content, created_at)
                        """)
                .param("organization", Tenancy.organization())
                .param("ids", questions.stream().map(SealedQuestion::id).toList())
                .param("bots", questions.stream().map(SealedQuestion::botId).toList())
                .param("contents", questions.stream().map(SealedQuestion::sealedContent).toList())
                .param("times", questions.stream().map(SealedQuestion::createdAt).toList())
                .update();
    }

    void cameFrom(GoldenQuestion.Id id, Conversation.Id conversation) {
        jdbc.sql("update golden_question set conversation_id = :conversation where id = :id")
                .param("conversation", conversation)
                .param("id", id)
                .update();
    }

    @Transactional(readOnly = true)
    public Set<GoldenQuestion.Id> cameFrom(Collection<UUID> conversations) {
        return Set.copyOf(
                jdbc.sql(
                                "select id from golden_question where conversation_id = any(:conversations::uuid[])")
                        .param("conversations", conversations)
                        .query((row, _) -> new GoldenQuestion.Id(row.getObject("id", UUID.class)))
                        .list());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void cameFromNowhere(Collection<UUID> conversations) {
        jdbc.sql(
                        """
                        update golden_question set conversation_id = null
                        where conversation_id = any(:conversations::uuid[])
                        """)
                .param("conversations", conversations)
                .update();
    }

    /** Of all bots. */
    @Transactional(readOnly = true)
    public List<SealedQuestion> all() {
        return jdbc.sql(SELECT + "order by id").query(SealedQuestion.class).stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    boolean replace(SealedQuestion question) {
        return jdbc.sql("update golden_question set sealed_content = :content where id = :id")
                        .param("content", question.sealedContent())
                        .param("id", question.id())
                        .update()
                == 1;
    }

    boolean remove(GoldenQuestion.Id id) {
        return jdbc.sql("delete from golden_question where id = :id").param("id", id).update() == 1;
    }
}
