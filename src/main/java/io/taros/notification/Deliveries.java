package io.taros.notification;

import io.taros.platform.crypto.OrganizationKeys;
import io.taros.platform.web.NotFound;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What is to be sent, was sent, or could not be. */
@Repository
@Transactional
public class Deliveries {
    private static final String COLUMNS =
            "id, position, channel_id, event, conversation_id, bot_id, subject, word, place, score, status, attempts, problem, created_at";

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final OrganizationKeys keys;
    private final Outbox outbox;
    private final ChannelHealth health;
    private final TransactionTemplate transactions;

    Deliveries(
            JdbcClient jdbc,
            InstantSource clock,
            OrganizationKeys keys,
            Outbox outbox,
            ChannelHealth health,
            TransactionTemplate transactions) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.clock = clock;
        this.keys = keys;
        this.outbox = outbox;
        this.health = health;
    }

    /** To one channel, the newest first, beginning before a position. */
    @Transactional(readOnly = true)
    public List<Delivery> list(Channel.Id channel, long before, int limit) {
        return jdbc
                .sql(
                        """
                        select %s from notification_delivery
                        where channel_id = :channel and position < :before order by position desc limit :limit
                        """
                                .formatted(COLUMNS))
                .param("channel", channel)
                .param("before", before)
                .param("limit", limit)
                .query(Delivery.class)
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<Delivery> find(Delivery.Id id) {
        return jdbc.sql("select %s from notification_delivery where id = :id".formatted(COLUMNS))
                .param("id", id)
                .query(Delivery.class)
                .optional();
    }

    @Transactional(readOnly = true)
    public Delivery get(Delivery.Id id) {
        return find(id).orElseThrow(NotFound::new);
    }

    /** To one channel, so that somebody sees whether it arrives. */
    public Delivery.Id test(Channel.Id channel) {
        health.refuseWhileOff(channel);
        return outbox.test(channel);
    }

    /** The same once more, after it arrived or had failed for good; it waits its turn. */
    public void again(Channel.Id channel, Delivery.Id id) {
        health.refuseWhileOff(channel);
        if (!get(id).channelId().equals(channel) || !outbox.hold(channel)) {
            throw new NotFound();
        }
        var isOver =
                jdbc.sql(
                                        """
                                        update notification_delivery
                                        set status = 'PENDING', ended_at = null, problem = null, attempts = 0, is_under_way = false
                                        where id = :id and status <> 'PENDING'
                                        """)
                                .param("id", id)
                                .update()
                        == 1;
        if (isOver) {
            outbox.seeWhole(channel);
        }
    }

    /** The conversations that a delivery tells are gone. Keys are opened in no transaction. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public List<UUID> erased(Delivery.Id id) {
        var sealed =
                transactions.execute(status ->
                        jdbc.sql(
                                        "select sealed_erased from notification_delivery where id = :id and sealed_erased is not null")
                                .param("id", id)
                                .query((row, number) -> row.getBytes(1))
                                .optional());
        return Objects.requireNonNull(sealed)
                .map(threads -> keys.decryptText(threads, Delivery.place(id)))
                .stream()
                .flatMap(threads -> Arrays.stream(threads.split(" ")))
                .filter(thread -> !thread.isEmpty())
                .map(UUID::fromString)
                .toList();
    }

    void delivered(Delivery delivery) {
        if (outbox.hold(delivery.channelId())) {
            attempted(delivery.id(), Delivery.Status.DELIVERED, null);
            health.arrived(delivery.channelId());
            outbox.goOn(delivery.channelId());
        }
    }

    /** It will be tried again. */
    void refused(Delivery delivery, String problem) {
        if (outbox.hold(delivery.channelId())) {
            attempted(delivery.id(), Delivery.Status.PENDING, problem);
            if (!health.failed(delivery.channelId())) {
                outbox.goOn(delivery.channelId());
            }
        }
    }

    /** Of a conversation that became restricted meanwhile: it is told to nobody. */
    void withheld(Delivery delivery) {
        if (outbox.hold(delivery.channelId())) {
            attempted(delivery.id(), Delivery.Status.PENDING, "restricted");
            failed(delivery.id());
        }
    }

    void goOn(Channel.Id channel) {
        if (outbox.hold(channel)) {
            outbox.goOn(channel);
        }
    }

    void failed(Delivery.Id id) {
        find(id).filter(delivery -> outbox.hold(delivery.channelId()))
                .ifPresent(delivery -> {
                    jdbc.sql(
                                    """
                                    update notification_delivery set status = 'FAILED', ended_at = :now
                                    where id = :id and status = 'PENDING'
                                    """)
                            .param("id", id)
                            .param("now", clock.instant())
                            .update();
                    outbox.goOn(delivery.channelId());
                });
    }

    private void attempted(Delivery.Id id, Delivery.Status status, @Nullable String problem) {
        jdbc.sql(
                        """
                        update notification_delivery
                        set attempts = attempts + 1, problem = :problem, status = :status, ended_at = case when :status = 'DELIVERED' then :now::timestamptz end
                        where id = :id and status = 'PENDING'
                        """)
                .param("id", id)
                .param("status", status)
                .param("problem", problem)
                .param("now", clock.instant())
                .update();
    }
}
