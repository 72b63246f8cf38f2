package io.taros.knowledge;

import io.taros.bot.Bot;
import io.taros.bot.BotDrafts;
import io.taros.platform.erasure.ErasureJournal;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.retention.Holds;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.NotFound;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What waits in drafts of a bot's sources: those that come and those that leave with the next
 * publication. Nothing here touches the index; which sources an edition has is asked with every
 * question.
 */
@Repository
@Transactional
public class WaitingSources {
    private final SourceRows rows;
    private final BotDrafts drafts;
    private final JdbcClient jdbc;
    private final Jobs jobs;
    private final Holds holds;
    private final ErasureJournal journal;

    WaitingSources(
            SourceRows rows,
            BotDrafts drafts,
            JdbcClient jdbc,
            Jobs jobs,
            Holds holds,
            ErasureJournal journal) {
        this.holds = holds;
        this.journal = journal;
        this.rows = rows;
        this.drafts = drafts;
        this.jdbc = jdbc;
        this.jobs = jobs;
    }

    /** Newest first, those that come and those that leave. */
    @Transactional(readOnly = true)
    public List<Source> list(Bot.Id bot) {
        return rows.waiting(bot);
    }

    /** A published source leaves with the draft; opens one if there is none. */
    public void leave(Source.Id id) {
        var bot = locked(id);
        drafts.open(bot);
        if (source(id).standing() == Source.Standing.DRAFT) {
            throw new Conflict("knowledge.leave.draft");
        }
        if (stands(id, Source.Standing.PUBLISHED, Source.Standing.LEAVING)) {
            drafts.changed(bot);
        }
    }

    /** A source that was to leave stays. */
    public void keep(Source.Id id) {
        var bot = locked(id);
        if (stands(id, Source.Standing.LEAVING, Source.Standing.PUBLISHED)) {
            drafts.changed(bot);
        }
    }

    /** All that comes is published, all that leaves is deleted. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(Bot.Id bot) {
        remove(bot, Source.Standing.LEAVING);
        publishAll(bot);
    }

    /** All that would have come is deleted, all that would have left stays. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void discard(Bot.Id bot) {
        remove(bot, Source.Standing.DRAFT);
        publishAll(bot);
    }

    /**
     * Names exactly what can be found in the draft, and how: a document that is read anew, appears,
     * goes, becomes searchable or has its vectors makes it another. What is for some visitors only
     * does not count, as nobody asks with tags before publishing.
     */
    @Transactional(readOnly = true)
    public String contentInDraft(Bot.Id bot) {
        return jdbc.sql(
                        """
                        select coalesce(md5(string_agg(d.id::text || d.text_id::text || (d.indexed_at is not null) || (d.embedded_at is not null), ','
                            order by d.id)), 'none')
                        from source s
                        join document d on d.organization_id = s.organization_id and d.source_id = s.id
                        where s.tags = '{}' and d.text_id is not null and (s.bot_id = :bot and s.standing <> 'LEAVING'
                          or s.standing <> 'DRAFT' and exists (select from source_share h where h.bot_id = :bot
                            and h.organization_id = s.organization_id and h.source_id = s.id))
                        """)
                .param("bot", bot)
                .query(String.class)
                .single();
    }

    private Bot.Id locked(Source.Id id) {
        var bot =
                jdbc.sql("select bot_id from source where id = :id and taros_sees_bot(bot_id)")
                        .param("id", id)
                        .query(UUID.class)
                        .optional()
                        .map(Bot.Id::new)
                        .orElseThrow(NotFound::new);
        drafts.lock(bot);
        return bot;
    }

    private Source source(Source.Id id) {
        return rows.find(id).orElseThrow(NotFound::new);
    }

    private boolean stands(Source.Id id, Source.Standing from, Source.Standing to) {
        return jdbc.sql("update source set standing = :to where id = :id and standing = :from")
                        .param("from", from)
                        .param("to", to)
                        .param("id", id)
                        .update()
                == 1;
    }

    private void publishAll(Bot.Id bot) {
        jdbc.sql(
                        """
                        update source set standing = 'PUBLISHED' where bot_id = :bot and standing <> 'PUBLISHED'
                        """)
                .param("bot", bot)
                .update();
    }

    private void remove(Bot.Id bot, Source.Standing standing) {
        var removed =
                jdbc
                        .sql(
                                "delete from source where bot_id = :bot and standing = :standing returning id")
                        .param("bot", bot)
                        .param("standing", standing)
                        .query(UUID.class)
                        .stream()
                        .map(Objects::requireNonNull)
                        .toList();
        if (!removed.isEmpty()) {
            holds.refuseIfAllIsHeld();
            journal.addAll(ErasedSources.KIND, removed);
            jobs.enqueue(new ForgetDocuments(Tenancy.organization()));
        }
    }
}
