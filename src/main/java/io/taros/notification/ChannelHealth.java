package io.taros.notification;

import io.taros.account.Account;
import io.taros.organization.Member;
import io.taros.organization.Members;
import io.taros.platform.audit.Audit;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.NotFound;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Whether anything arrives at a channel. One where nothing does for a day is switched off. */
@Repository
@Transactional
public class ChannelHealth {
    static final Duration GIVEN = Duration.ofDays(1);

    /** While there is anything to send, it is tried more often than this. */
    private static final Duration BETWEEN_TRIES = Duration.ofHours(3);

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final Members members;
    private final Jobs jobs;
    private final Audit audit;

    ChannelHealth(JdbcClient jdbc, InstantSource clock, Members members, Jobs jobs, Audit audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.members = members;
        this.jobs = jobs;
        this.audit = audit;
    }

    void arrived(Channel.Id id) {
        jdbc.sql(
                        "update notification_channel set failures = 0, failing_since = null, last_failed_at = null where id = :id and failures > 0")
                .param("id", id)
                .update();
    }

    /** True if that was the end of it. */
    boolean failed(Channel.Id id) {
        var since =
                jdbc.sql(
                                """
                                update notification_channel
                                set failures = failures + 1, last_failed_at = :now,
                                    failing_since = case when last_failed_at > :lately then failing_since else :now end
                                where id = :id and off_at is null returning failing_since
                                """)
                        .param("now", clock.instant())
                        .param("lately", clock.instant().minus(BETWEEN_TRIES))
                        .param("id", id)
                        .query(Instant.class)
                        .optional();
        var isOver = since.filter(this::isTooLongAgo).isPresent();
        if (isOver) {
            switchOff(id);
        }
        return isOver;
    }

    private boolean isTooLongAgo(Instant since) {
        return !since.plus(GIVEN).isAfter(clock.instant());
    }

    private void switchOff(Channel.Id id) {
        jdbc.sql("update notification_channel set off_at = :now where id = :id")
                .param("now", clock.instant())
                .param("id", id)
                .update();
        jdbc.sql(
                        """
                        update notification_delivery set status = 'FAILED', ended_at = :now
                        where channel_id = :id and status = 'PENDING'
                        """)
                .param("now", clock.instant())
                .param("id", id)
                .update();
        jobs.enqueue(new NoteSilence(Tenancy.organization(), id));
        readers()
                .forEach(reader ->
                        jobs.enqueue(new TellOfSilence(Tenancy.organization(), id, reader)));
    }

    private List<Account.Id> readers() {
        return members.list().stream()
                .filter(member -> member.role().permissions().contains(Permission.WEBHOOK_MANAGE))
                .map(Member::accountId)
                .toList();
    }

    public void switchOn(Channel.Id id) {
        if (isOff(id)) {
            audit.record(NotificationAction.CHANNEL_SWITCHED_ON, id);
            jdbc.sql(
                            "update notification_channel set off_at = null, failures = 0, failing_since = null, last_failed_at = null where id = :id")
                    .param("id", id)
                    .update();
        }
    }

    void refuseWhileOff(Channel.Id id) {
        if (isOff(id)) {
            throw new Conflict("notification.input.off");
        }
    }

    private boolean isOff(Channel.Id id) {
        return jdbc.sql("select off_at is not null from notification_channel where id = :id")
                .param("id", id)
                .query(Boolean.class)
                .optional()
                .orElseThrow(NotFound::new);
    }
}
