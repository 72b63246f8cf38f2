package io.taros.notification;

import io.taros.bot.Bot;
import io.taros.conversation.Conversation;
import io.taros.conversation.Restrictions;
import io.taros.conversation.Standings;
import io.taros.platform.crypto.OrganizationKeys;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.Ids;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The line of what is to be sent to each channel. One first attempt at a time is under way in a
 * line, so that a slow channel takes one worker and holds up nobody but itself; what is to be tried
 * again lets others pass, but within a conversation the next waits for it, for the first {@link
 * #PATIENCE} attempts. A channel where nothing arrives is tried once a minute.
 *
 * <p>Whoever changes a line holds its channel's row until the transaction ends: nothing that is
 * added while another one ends is left waiting. Whatever happens holds all channels, in one order
 * and as the last thing of its transaction ({@link Telling}), so that no two wait for each other.
 */
@Repository
@Transactional
class Outbox {
    /** About a minute. */
    static final int PATIENCE = 6;

    private static final int SEEMS_DOWN = 3;
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Standings standings;
    private final Restrictions restrictions;
    private final OrganizationKeys keys;
    private final Ids ids;
    private final InstantSource clock;
    private final Jobs jobs;

    Outbox(
            JdbcClient jdbc,
            Standings standings,
            Restrictions restrictions,
            OrganizationKeys keys,
            Ids ids,
            InstantSource clock,
            Jobs jobs) {
        this.jdbc = jdbc;
        this.standings = standings;
        this.restrictions = restrictions;
        this.keys = keys;
        this.ids = ids;
        this.clock = clock;
        this.jobs = jobs;
    }

    private record Line(Channel.Id id, Bot.@Nullable Id botId, boolean isWanted) {}

    /** To every channel that wants it. Nothing is told of what is restricted. */
    void tell(Happening what) {
        var lines = lines(what.event());
        var thread = what.conversation();
        if (lines.isEmpty() || (thread != null && restrictions.isOn(thread))) {
            return;
        }
        var bot = what.bot() == null ? botOf(thread) : what.bot();
        if (thread != null && bot == null) {
            // It went in this very transaction.
            return;
        }
        lines.stream()
                .filter(line -> line.botId() == null || line.botId().equals(bot))
                .forEach(line -> {
                    add(line.id(), what, bot);
                    seeWhole(line.id());
                });
    }

    /** Whoever sees some bots alone does not see what else is in the line: a job does. */
    void seeWhole(Channel.Id channel) {
        if (Tenancy.findBots().isEmpty()) {
            goOn(channel);
        } else {
            jobs.enqueue(new GoOnInLine(Tenancy.organization(), channel));
        }
    }

    private List<Line> lines(Event event) {
        return jdbc
                .sql(
                        """
                        select id, bot_id, :event = any(events) as is_wanted from notification_channel
                        where off_at is null order by id for no key update
                        """)
                .param("event", event)
                .query(Line.class)
                .stream()
                .map(Objects::requireNonNull)
                .filter(Line::isWanted)
                .toList();
    }

    private Bot.@Nullable Id botOf(Conversation.@Nullable Id thread) {
        return thread == null
                ? null
                : standings.find(thread).map(Standings.Standing::botId).orElse(null);
    }

    /** To one, past all that waits, so that somebody sees whether it arrives. */
    Delivery.Id test(Channel.Id channel) {
        var what = new Happening(Event.TEST, null, null, null, null, null, null, List.of());
        var test = add(channel, what, null);
        begin(test);
        return test;
    }

    private Delivery.Id add(Channel.Id channel, Happening what, Bot.@Nullable Id bot) {
        var id = new Delivery.Id(ids.next());
        jdbc.sql(
                        """
                        insert into notification_delivery (organization_id, id, channel_id, event, conversation_id, bot_id, subject, word,
                                                           place, score, sealed_erased, status, created_at)
                        values (:organization, :id, :channel, :event, :conversation, :bot, :subject, :word,
                                :place, :score, :erased, 'PENDING', :now)
                        """)
                .param("organization", Tenancy.organization())
                .param("id", id)
                .param("channel", channel)
                .param("event", what.event())
                .param("conversation", what.conversation())
                .param("bot", bot)
                .param("subject", what.subject())
                .param("word", what.word())
                .param("place", what.place())
                .param("score", what.score())
                .param("erased", what.event() == Event.PRIVACY_ERASED ? sealed(id, what) : null)
                .param("now", clock.instant())
                .update();
        return id;
    }

    private byte[] sealed(Delivery.Id id, Happening what) {
        var threads = what.erased().stream().map(UUID::toString).collect(Collectors.joining(" "));
        return keys.encryptText(threads, Delivery.place(id));
    }

    /** Until the transaction ends; false if the channel is gone. */
    boolean hold(Channel.Id channel) {
        return jdbc.sql("select 1 from notification_channel where id = :id for no key update")
                .param("id", channel)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Begins with the next in line, unless another one's first attempt is still under way. */
    void goOn(Channel.Id channel) {
        jdbc.sql(
                        """
                        select d.id from notification_delivery d
                        where d.channel_id = :channel and d.status = 'PENDING' and not d.is_under_way
                          and not exists (select from notification_delivery b
                                          where b.channel_id = :channel and b.status = 'PENDING' and b.is_under_way and b.attempts = 0)
                          and not exists (select from notification_delivery b
                                          where b.channel_id = :channel and b.status = 'PENDING' and b.conversation_id = d.conversation_id
                                            and b.position < d.position and b.attempts < :patience)
                        order by d.position limit 1
                        """)
                .param("channel", channel)
                .param("patience", PATIENCE)
                .query((row, number) -> new Delivery.Id(row.getObject(1, UUID.class)))
                .optional()
                .ifPresent(next -> {
                    if (seemsDown(channel)) {
                        later(next);
                    } else {
                        begin(next);
                    }
                });
    }

    private boolean seemsDown(Channel.Id channel) {
        return jdbc.sql("select failures >= :many from notification_channel where id = :id")
                .param("many", SEEMS_DOWN)
                .param("id", channel)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private void begin(Delivery.Id id) {
        markUnderWay(id);
        jobs.enqueue(job(id));
    }

    private void later(Delivery.Id id) {
        markUnderWay(id);
        jobs.enqueueAt(job(id), clock.instant().plus(PAUSE));
    }

    private SendNotification job(Delivery.Id id) {
        var channel =
                jdbc.sql("select channel_id from notification_delivery where id = :id")
                        .param("id", id)
                        .query((row, number) -> new Channel.Id(row.getObject(1, UUID.class)))
                        .single();
        return new SendNotification(Tenancy.organization(), channel, id);
    }

    private void markUnderWay(Delivery.Id id) {
        jdbc.sql("update notification_delivery set is_under_way = true where id = :id")
                .param("id", id)
                .update();
    }
}
