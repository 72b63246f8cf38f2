package io.taros.bot;

import io.taros.platform.sql.Ids;
import io.taros.platform.web.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The drafts of the bound organization's bots, and which bots must have one. Whoever decides
 * between draft and published, or ends a draft, holds the bot's lock until the transaction ends, so
 * that nothing slips into a draft that is being published.
 */
@Repository
@Transactional
public class BotDrafts {
    private final JdbcClient jdbc;
    private final Ids ids;
    private final InstantSource clock;

    BotDrafts(JdbcClient jdbc, Ids ids, InstantSource clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<BotDraft> find(Bot.Id bot) {
        return jdbc.sql(
                        """
                        select id, bot_id, instructions, language, threshold, provider, model, revision, opened_at,
                            changed_at
                        from bot_draft where bot_id = :bot
                        """)
                .param("bot", bot)
                .query(BotDrafts::read)
                .optional();
    }

    /** Whether changes have to wait in a draft until they pass. */
    @Transactional(readOnly = true)
    public boolean isGated(Bot.Id bot) {
        return jdbc.sql("select 1 from bot where id = :bot and gated_since is not null")
                .param("bot", bot)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Whether a change made now would go into a draft. */
    @Transactional(readOnly = true)
    public boolean isWaiting(Bot.Id bot) {
        return isGated(bot) || find(bot).isPresent();
    }

    /** Without keeping visitors waiting, whose conversations only refer to the bot. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(Bot.Id bot) {
        var found =
                jdbc.sql("select 1 from bot where id = :bot for no key update")
                        .param("bot", bot)
                        .query(Integer.class)
                        .optional();
        if (found.isEmpty()) {
            throw new NotFound();
        }
    }

    /** Whether a change made in this transaction belongs into the draft; opens one if it must. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean takesChanges(Bot.Id bot) {
        lock(bot);
        if (find(bot).isPresent()) {
            return true;
        }
        if (isGated(bot)) {
            open(bot);
            return true;
        }
        return false;
    }

    /** The one that is open, or a new one that changes nothing yet. */
    public BotDraft open(Bot.Id bot) {
        lock(bot);
        jdbc.sql(
                        """
                        insert into bot_draft (organization_id, id, bot_id, instructions, language, threshold, provider,
                            model, revision, opened_at, changed_at)
                        select organization_id, :id, id, instructions, language, threshold, provider, model, 0, :now, :now
                        from bot where id = :bot
                        on conflict on constraint bot_draft_once do nothing
                        """)
                .param("id", ids.next())
                .param("now", clock.instant())
                .param("bot", bot)
                .update();
        return find(bot).orElseThrow(NotFound::new);
    }

    void change(Bot.Id bot, AnsweringSettings settings) {
        jdbc.sql(
                        """
                        update bot_draft set instructions = :instructions, language = :language, threshold = :threshold,
                            provider = :provider, model = :model
                        where bot_id = :bot
                        """)
                .param("instructions", settings.instructions())
                .param("language", settings.language())
                .param("threshold", settings.threshold())
                .param("provider", settings.provider())
                .param("model", settings.model())
                .param("bot", bot)
                .update();
        changed(bot);
    }

    /** What was known of the draft before says nothing about it any more. */
    public void changed(Bot.Id bot) {
        jdbc.sql(
                        """
                        update bot_draft set revision = revision + 1, changed_at = :now where bot_id = :bot
                        """)
                .param("now", clock.instant())
                .param("bot", bot)
                .update();
    }

    /** The draft's settings are the bot's from now on, and the draft is closed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(Bot.Id bot) {
        jdbc.sql(
                        """
                        update bot b set instructions = d.instructions, language = d.language, threshold = d.threshold,
                            provider = d.provider, model = d.model, updated_at = :now
                        from bot_draft d
                        where b.id = :bot and d.organization_id = b.organization_id and d.bot_id = b.id
                        """)
                .param("now", clock.instant())
                .param("bot", bot)
                .update();
        close(bot);
    }

    public void close(Bot.Id bot) {
        jdbc.sql("delete from bot_draft where bot_id = :bot").param("bot", bot).update();
    }

    /** False if it is so already. */
    public boolean gate(Bot.Id bot) {
        lock(bot);
        return jdbc.sql(
                                """
                                update bot set gated_since = :now where id = :bot and gated_since is null
                                """)
                        .param("now", clock.instant())
                        .param("bot", bot)
                        .update()
                == 1;
    }

    /** Changes apply at once again; what waits in an open draft goes on waiting. */
    public boolean ungate(Bot.Id bot) {
        lock(bot);
        return jdbc.sql(
                                """
                                update bot set gated_since = null where id = :bot and gated_since is not null
                                """)
                        .param("bot", bot)
                        .update()
                == 1;
    }

    private static BotDraft read(ResultSet row, int number) throws SQLException {
        return new BotDraft(
                new BotDraft.Id(row.getObject("id", UUID.class)),
                new Bot.Id(row.getObject("bot_id", UUID.class)),
                new AnsweringSettings(
                        row.getString("instructions"),
                        row.getString("language"),
                        row.getDouble("threshold"),
                        Provider.valueOf(row.getString("provider")),
                        row.getString("model")),
                row.getLong("revision"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
