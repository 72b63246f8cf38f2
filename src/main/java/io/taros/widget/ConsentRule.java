package io.taros.widget;

import io.taros.bot.Bot;
import io.taros.platform.audit.Audit;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.BadInput;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether a bot's visitors agree to something before they write. What counts as agreed to is a
 * wording of ours or the owner's own: nobody writes their own evidence.
 */
@Repository
public class ConsentRule {
    private static final String TEXT = "consent";

    private final JdbcClient jdbc;
    private final Words words;
    private final InstantSource clock;
    private final Audit audit;

    ConsentRule(JdbcClient jdbc, Words words, InstantSource clock, Audit audit) {
        this.jdbc = jdbc;
        this.words = words;
        this.clock = clock;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public boolean isAsked(Bot.Id bot) {
        return jdbc.sql("select exists(select from consent_rule where bot_id = :bot)")
                .param("bot", bot)
                .query(Boolean.class)
                .single();
    }

    @Transactional
    public void ask(Bot.Id bot, boolean isAsked) {
        var changed =
                isAsked
                        ? jdbc.sql(
                                        """
                                        insert into consent_rule (organization_id, bot_id, since)
                                        values (:organization, :bot, :now) on conflict do nothing
                                        """)
                                .param("organization", Tenancy.organization())
                                .param("bot", bot)
                                .param("now", clock.instant())
                                .update()
                        : jdbc.sql("delete from consent_rule where bot_id = :bot")
                                .param("bot", bot)
                                .update();
        if (changed > 0) {
            audit.record(
                    isAsked ? WidgetAction.CONSENT_ASKED : WidgetAction.CONSENT_NOT_ASKED, bot);
        }
    }

    /**
     * What to keep of what a visitor says to have agreed to.
     *
     * @throws BadInput where the bot asks for it and it is none of the wordings that are shown
     */
    @Transactional(readOnly = true)
    public Optional<String> admit(Bot bot, @Nullable String agreed) {
        if (!isAsked(bot.id())) {
            return Optional.empty();
        }
        if (agreed == null || !isShown(bot, agreed)) {
            throw new BadInput(TEXT, "widget.input.consent");
        }
        return Optional.of(agreed);
    }

    private boolean isShown(Bot bot, String wording) {
        return Words.isOwn(bot, TEXT, wording) || words.languageOf(TEXT, wording).isPresent();
    }
}
