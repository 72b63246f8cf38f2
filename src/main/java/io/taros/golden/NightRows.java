package io.taros.golden;

import io.taros.bot.Bot;
import io.taros.platform.security.Tenancy;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table of bots that are asked at night. */
@Repository
@Transactional
class NightRows {
    private final JdbcClient jdbc;

    NightRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Optional<Night> find(Bot.Id bot) {
        return jdbc.sql("select at_time, next_at, run_id from golden_night where bot_id = :bot")
                .param("bot", bot)
                .query((row, _) ->
                        new Night(
                                bot,
                                row.getObject("at_time", LocalTime.class),
                                row.getObject("next_at", OffsetDateTime.class).toInstant(),
                                run(row.getObject("run_id", UUID.class))))
                .optional();
    }

    void put(Bot.Id bot, LocalTime time, Instant next) {
        jdbc.sql(
                        """
                        insert into golden_night (organization_id, bot_id, at_time, next_at)
                        values (:organization, :bot, :time, :next)
                        on conflict (organization_id, bot_id) do update set at_time = :time, next_at = :next
                        """)
                .param("organization", Tenancy.organization())
                .param("bot", bot)
                .param("time", time)
                .param("next", next)
                .update();
    }

    /** From one night to the next; nothing where somebody has decided otherwise meanwhile. */
    boolean turn(Night night, Instant next, GoldenRun.@Nullable Id run) {
        return jdbc.sql(
                                """
                                update golden_night set next_at = :next, run_id = :run
                                where bot_id = :bot and next_at = :night
                                """)
                        .param("next", next)
                        .param("run", run == null ? null : run.value())
                        .param("bot", night.bot())
                        .param("night", night.nextAt())
                        .update()
                == 1;
    }

    void remove(Bot.Id bot) {
        jdbc.sql("delete from golden_night where bot_id = :bot").param("bot", bot).update();
    }

    private static GoldenRun.@Nullable Id run(@Nullable UUID id) {
        return id == null ? null : new GoldenRun.Id(id);
    }
}
