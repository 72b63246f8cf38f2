package io.taros.widget;

import io.taros.bot.Bot;
import io.taros.platform.audit.Audit;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.Conflict;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Whether a bot's visitors may attach files to what they write. */
@Repository
public class FilesRule {
    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final Audit audit;

    FilesRule(JdbcClient jdbc, InstantSource clock, Audit audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public boolean isOn(Bot.Id bot) {
        return jdbc.sql("select not exists(select from visitor_files_off where bot_id = :bot)")
                .param("bot", bot)
                .query(Boolean.class)
                .single();
    }

    @Transactional
    public void turn(Bot.Id bot, boolean isOn) {
        var changed =
                isOn
                        ? jdbc.sql("delete from visitor_files_off where bot_id = :bot")
                                .param("bot", bot)
                                .update()
                        : jdbc.sql(
                                        """
                                        insert into visitor_files_off (organization_id, bot_id, since)
                                        values (:organization, :bot, :now) on conflict do nothing
                                        """)
                                .param("organization", Tenancy.organization())
                                .param("bot", bot)
                                .param("now", clock.instant())
                                .update();
        if (changed > 0) {
            audit.record(isOn ? WidgetAction.FILES_ON : WidgetAction.FILES_OFF, bot);
        }
    }

    /**
     * @throws Conflict where it is switched off
     */
    @Transactional(readOnly = true)
    public void admit(Bot.Id bot) {
        if (!isOn(bot)) {
            throw new Conflict("widget.input.files-off");
        }
    }
}
