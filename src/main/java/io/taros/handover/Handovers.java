package io.taros.handover;

import io.taros.bot.Bot;
import io.taros.platform.audit.Audit;
import io.taros.platform.security.Tenancy;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The rules and hours of the bound organization's bots. Without a row there are none. */
@Repository
public class Handovers {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final InstantSource clock;
    private final Audit audit;
    private final Teams teams;

    Handovers(JdbcClient jdbc, JsonMapper json, InstantSource clock, Audit audit, Teams teams) {
        this.teams = teams;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public HandoverRules rules(Bot.Id bot) {
        return read("rules", bot, HandoverRules.class).orElse(HandoverRules.NONE);
    }

    /** Empty where people can be expected at any time. */
    @Transactional(readOnly = true)
    public Optional<Hours> hours(Bot.Id bot) {
        return read("hours", bot, Hours.class);
    }

    /**
     * To which team a handover is left; empty where it is left to everybody.
     *
     * @param named by a topic
     */
    @Transactional(readOnly = true)
    public Optional<Team.Id> team(Bot.Id bot, Team.@Nullable Id named) {
        return Stream.of(named, rules(bot).team())
                .flatMap(Stream::ofNullable)
                .flatMap(id -> teams.find(id).stream())
                .map(Team::id)
                .findFirst();
    }

    @Transactional
    public void keep(Bot.Id bot, HandoverRules rules) {
        if (!rules.equals(rules(bot))) {
            write("rules", bot, rules);
            audit.record(HandoverAction.RULES_CHANGED, bot);
        }
    }

    /**
     * @param hours null for any time
     */
    @Transactional
    public void keep(Bot.Id bot, @Nullable Hours hours) {
        if (!Optional.ofNullable(hours).equals(hours(bot))) {
            write("hours", bot, hours);
            audit.record(HandoverAction.HOURS_CHANGED, bot);
        }
    }

    private <T> Optional<T> read(String column, Bot.Id bot, Class<T> type) {
        return jdbc.sql("select %s from bot_handover where bot_id = :bot".formatted(column))
                .param("bot", bot)
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .optional()
                .flatMap(kept -> kept)
                .map(kept -> json.readValue(kept, type));
    }

    private void write(String column, Bot.Id bot, @Nullable Object value) {
        jdbc.sql(
                        """
                        insert into bot_handover (organization_id, bot_id, %1$s, changed_at)
                        values (:organization, :bot, :value::jsonb, :now)
                        on conflict (organization_id, bot_id) do update set %1$s = excluded.%1$s, changed_at = excluded.changed_at
                        """
                                .formatted(column))
                .param("organization", Tenancy.organization())
                .param("bot", bot)
                .param("value", value == null ? null : json.writeValueAsString(value))
                .param("now", clock.instant())
                .update();
    }
}
