package io.taros.conversation;

import io.taros.bot.Bot;
import io.taros.bot.BotTie;
import io.taros.platform.retention.Holds;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A bot goes with all its conversations, and so stays as long as one of them is held or restricted.
 */
@Component
class HeldBot implements BotTie {
    private final JdbcClient jdbc;
    private final Holds holds;
    private final InstantSource clock;

    HeldBot(JdbcClient jdbc, Holds holds, InstantSource clock) {
        this.jdbc = jdbc;
        this.holds = holds;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> find(Bot.Id bot) {
        var held = holds.forRemoval(clock.instant());
        return held.isAll() || isAnyKept(bot, held.threads())
                ? Optional.of("conversation.input.bot-held")
                : Optional.empty();
    }

    private boolean isAnyKept(Bot.Id bot, Set<UUID> held) {
        return jdbc.sql(
                        "select exists(select from conversation where bot_id = :bot and (id = any(:held::uuid[]) or not "
                                + Restrictions.NONE
                                + "))")
                .param("bot", bot)
                .param("held", held)
                .query(Boolean.class)
                .single();
    }
}
