package io.taros.notification;

import io.taros.conversation.Conversation;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.Ids;
import io.taros.platform.web.NotFound;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What is to be sent, was sent, or could not be. */
@Repository
public class Deliveries {
    private static final String COLUMNS =
            "id, channel_id, event, conversation_id, reason, status, attempts, problem, created_at";

    private final JdbcClient jdbc;
    private final Ids ids;
    private final InstantSource clock;
    private final Jobs jobs;

    Deliveries(JdbcClient jdbc, Ids ids, InstantSource clock, Jobs jobs) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.jobs = jobs;
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Delivery> latest(int limit) {
        return jdbc
                .sql(
                        "select %s from notification_delivery order by created_at desc, id desc limit :limit"
                                .formatted(COLUMNS))
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

    /** To every channel, in the caller's transaction, with the jobs that see to it. */
    @Transactional
    public void tellAll(Conversation.Id conversation, String reason) {
        jdbc.sql("select id from notification_channel")
                .query((row, number) -> new Channel.Id(row.getObject(1, UUID.class)))
                .list()
                .forEach(channel -> add(channel, Delivery.Event.HANDOVER, conversation, reason));
    }

    /** To one, so that somebody sees whether it arrives. */
    @Transactional
    public void test(Channel.Id channel) {
        var isThere =
                jdbc.sql("select 1 from notification_channel where id = :id")
                        .param("id", channel)
                        .query(Integer.class)
                        .optional();
        if (isThere.isEmpty()) {
            throw new NotFound();
        }
        add(channel, Delivery.Event.TEST, null, null);
    }

    /** The same once more, after it had failed for good. */
    @Transactional
    public void again(Delivery.Id id) {
        var isFailed =
                jdbc.sql(
                                        """
                                        update notification_delivery set status = 'PENDING', ended_at = null, problem = null
                                        where id = :id and status = 'FAILED'
                                        """)
                                .param("id", id)
                                .update()
                        == 1;
        if (!isFailed) {
            throw new NotFound();
        }
        jobs.enqueue(new SendNotification(Tenancy.organization(), id));
    }

    private void add(
            Channel.Id channel,
            Delivery.Event event,
            Conversation.@Nullable Id conversation,
            @Nullable String reason) {
        var id = new Delivery.Id(ids.next());
        jdbc.sql(
                        """
                        insert into notification_delivery (organization_id, id, channel_id, event, conversation_id, reason, status, created_at)
                        values (:organization, :id, :channel, :event, :conversation, :reason, 'PENDING', :now)
                        """)
                .param("organization", Tenancy.organization())
                .param("id", id)
                .param("channel", channel)
                .param("event", event)
                .param("conversation", conversation)
                .param("reason", reason)
                .param("now", clock.instant())
                .update();
        jobs.enqueue(new SendNotification(Tenancy.organization(), id));
    }

    @Transactional
    void attempted(Delivery.Id id, @Nullable String problem) {
        jdbc.sql(
                        """
                        update notification_delivery
                        set attempts = attempts + 1, problem = :problem,
                            status = case when :problem::text is null then 'DELIVERED' else status end,
                            ended_at = case when :problem::text is null then :now::timestamptz end
                        where id = :id
                        """)
                .param("id", id)
                .param("problem", problem)
                .param("now", clock.instant())
                .update();
    }

    @Transactional
    void failed(Delivery.Id id) {
        jdbc.sql(
                        "update notification_delivery set status = 'FAILED', ended_at = :now where id = :id and status = 'PENDING'")
                .param("id", id)
                .param("now", clock.instant())
                .update();
    }
}
