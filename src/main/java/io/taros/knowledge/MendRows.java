package io.taros.knowledge;

import io.taros.bot.Bot;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.Ids;
import io.taros.search.DocumentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What was decided about passages. */
@Repository
@Transactional
class MendRows {
    private static final String SELECT =
            """
            select m.id, m.document_id, m.bot_id, m.standing, m.decision, m.heading_path, m.read_text, m.text,
                m.mended_at
            from passage_mend m
            """;

    private final JdbcClient jdbc;
    private final Ids ids;
    private final InstantSource clock;

    MendRows(JdbcClient jdbc, Ids ids, InstantSource clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** Of one document, whether they still apply to something in it or not. */
    @Transactional(readOnly = true)
    public List<Mend> of(DocumentId document) {
        return jdbc.sql(SELECT + "where m.document_id = :document order by m.id")
                .param("document", document)
                .query(MendRows::read)
                .list();
    }

    /**
     * Those whose passage reads otherwise now, or is gone. That the draft takes a decision back is
     * none of them: it has nothing to say of what is read now.
     */
    @Transactional(readOnly = true)
    public List<Mend> lost(DocumentId document) {
        return jdbc.sql(
                        SELECT
                                + """
                                where m.document_id = :document and m.decision <> 'AS_READ' and not exists (
                                    select 1 from passage p
                                    where p.organization_id = m.organization_id and p.document_id = m.document_id
                                      and coalesce(p.read_text, p.text) = m.read_text)
                                order by m.id
                                """)
                .param("document", document)
                .query(MendRows::read)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Mend> find(Mend.Id id) {
        return jdbc.sql(SELECT + "where m.id = :id")
                .param("id", id)
                .query(MendRows::read)
                .optional();
    }

    @Transactional(readOnly = true)
    public List<Mend> waiting(Bot.Id bot) {
        return jdbc.sql(
                        SELECT
                                + "where m.bot_id = :bot and m.standing = 'DRAFT' order by m.document_id, m.id")
                .param("bot", bot)
                .query(MendRows::read)
                .list();
    }

    /** Whoever reads it waits until what is decided now is laid out. */
    void lock(DocumentId document) {
        jdbc.sql(
                        """
                        select d.id from source s
                        join document d on d.organization_id = s.organization_id and d.source_id = s.id
                        where d.id = :document for update
                        """)
                .param("document", document)
                .query((row, _) -> new DocumentId(row.getObject(1, UUID.class)))
                .list();
    }

    /**
     * The same of each document that something waits about, in one order for all.
     *
     * @return these documents
     */
    List<DocumentId> lockWaiting(Bot.Id bot) {
        return jdbc.sql(
                        """
                        select d.id from source s
                        join document d on d.organization_id = s.organization_id and d.source_id = s.id
                        where d.id in (select document_id from passage_mend where bot_id = :bot and standing = 'DRAFT')
                        order by d.id for update
                        """)
                .param("bot", bot)
                .query((row, _) -> new DocumentId(row.getObject(1, UUID.class)))
                .list();
    }

    /** What is decided about a passage from now on. */
    Mend add(DocumentId document, Mend.Standing standing, ReadPassage passage, Decided decided) {
        var id = new Mend.Id(ids.next());
        jdbc.sql(
                        """
                        insert into passage_mend (organization_id, id, document_id, bot_id, standing, decision, read_hash,
                            heading_path, read_text, text, mended_at)
                        select :organization, :id, d.id, d.bot_id, :standing, :decision, :hash, :path, :read, :text, :now
                        from document d where d.id = :document
                        """)
                .param("organization", Tenancy.organization())
                .param("id", id)
                .param("standing", standing)
                .param("decision", decided.decision())
                .param("hash", ContentHash.of(passage.text()))
                .param("path", passage.headingPath())
                .param("read", passage.text())
                .param("text", decided.text())
                .param("now", clock.instant())
                .param("document", document)
                .update();
        return find(id).orElseThrow();
    }

    /**
     * @param text of a correction
     */
    record Decided(Mend.Decision decision, @Nullable String text) {
        static Decided of(Mend mend) {
            return new Decided(mend.decision(), mend.text());
        }
    }

    boolean remove(Mend.Id id) {
        return jdbc.sql("delete from passage_mend where id = :id").param("id", id).update() == 1;
    }

    /** What waits takes the place of what is published. */
    void publish(Bot.Id bot) {
        jdbc.sql(
                        """
                        delete from passage_mend m where m.bot_id = :bot and m.standing = 'PUBLISHED' and exists (
                            select 1 from passage_mend w
                            where w.organization_id = m.organization_id and w.document_id = m.document_id
                              and w.read_hash = m.read_hash and w.standing = 'DRAFT')
                        """)
                .param("bot", bot)
                .update();
        jdbc.sql("delete from passage_mend where bot_id = :bot and decision = 'AS_READ'")
                .param("bot", bot)
                .update();
        jdbc.sql(
                        """
                        update passage_mend set standing = 'PUBLISHED' where bot_id = :bot and standing = 'DRAFT'
                        """)
                .param("bot", bot)
                .update();
    }

    void discard(Bot.Id bot) {
        jdbc.sql("delete from passage_mend where bot_id = :bot and standing = 'DRAFT'")
                .param("bot", bot)
                .update();
    }

    private static Mend read(ResultSet row, int number) throws SQLException {
        return new Mend(
                new Mend.Id(row.getObject("id", UUID.class)),
                new DocumentId(row.getObject("document_id", UUID.class)),
                new Bot.Id(row.getObject("bot_id", UUID.class)),
                Mend.Standing.valueOf(row.getString("standing")),
                Mend.Decision.valueOf(row.getString("decision")),
                row.getString("heading_path"),
                row.getString("read_text"),
                row.getString("text"),
                row.getObject("mended_at", OffsetDateTime.class).toInstant());
    }
}
