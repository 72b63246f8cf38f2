package io.taros.lead;

import io.taros.account.Account;
import io.taros.conversation.Lead;
import io.taros.conversation.LeadTaken;
import io.taros.platform.web.NotFound;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What lies on the desk. What is restricted does not, and can be found there by nobody. */
@Repository
@Transactional
public class DeskLeads {
    private static final String SELECT =
            """
            select lead_id, conversation_id, bot_id, status, assignee, merged_into, created_at from lead_progress p
            where not exists (select from conversation_restriction r
                where r.organization_id = p.organization_id and r.conversation_id = p.conversation_id)
            """;

    /** Whoever may not see the lead it is shown with sees it on its own. */
    private static final String ON_ITS_OWN =
            """
             and not exists (select from lead_progress main
                 where main.organization_id = p.organization_id and main.lead_id = p.merged_into
                   and not exists (select from conversation_restriction r
                       where r.organization_id = main.organization_id and r.conversation_id = main.conversation_id))
            """;

    private static final String FILTERED =
            """
             and (:bot::uuid is null or bot_id = :bot) and (:status::text is null or status = :status)
             and (:assignee::uuid is null or assignee = :assignee)
             and (:from::timestamptz is null or created_at >= :from) and (:until::timestamptz is null or created_at < :until)
             and (:after::uuid is null or lead_id < :after)
            order by lead_id desc limit :limit
            """;

    private final JdbcClient jdbc;
    private final InstantSource clock;

    DeskLeads(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    void put(LeadTaken taken) {
        jdbc.sql(
                        """
                        insert into lead_progress (organization_id, lead_id, conversation_id, bot_id, status, created_at)
                        select organization_id, :lead, id, bot_id, :status, :now from conversation where id = :conversation
                        """)
                .param("lead", taken.lead())
                .param("status", LeadStatus.NEW)
                .param("now", clock.instant())
                .param("conversation", taken.conversation())
                .update();
    }

    /** The newest first; those merged into another are found with that one. */
    @Transactional(readOnly = true)
    public List<DeskLead> list(LeadFilter filter, Lead.@Nullable Id after, int limit) {
        return list(SELECT + ON_ITS_OWN + FILTERED, filter, after, limit);
    }

    /** The newest first, each for itself. */
    @Transactional(readOnly = true)
    List<DeskLead> listEach(LeadFilter filter, Lead.@Nullable Id after, int limit) {
        return list(SELECT + FILTERED, filter, after, limit);
    }

    private List<DeskLead> list(String sql, LeadFilter filter, Lead.@Nullable Id after, int limit) {
        return jdbc
                .sql(sql)
                .param("bot", filter.bot())
                .param("status", filter.status())
                .param("assignee", filter.assignee())
                .param("from", filter.from())
                .param("until", filter.until())
                .param("after", after)
                .param("limit", limit)
                .query(DeskLead.class)
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<DeskLead> find(Lead.Id id) {
        return jdbc.sql(SELECT + " and lead_id = :id")
                .param("id", id)
                .query(DeskLead.class)
                .optional();
    }

    @Transactional(readOnly = true)
    public DeskLead get(Lead.Id id) {
        return find(id).orElseThrow(NotFound::new);
    }

    /**
     * What was merged into it, oldest first; also by way of another one, where whoever merged that
     * did not see all of it.
     */
    @Transactional(readOnly = true)
    public List<DeskLead> parts(Lead.Id id) {
        return jdbc
                .sql(
                        """
                        with recursive part as (
                            select lead_id from lead_progress where merged_into = :id
                            union select p.lead_id from lead_progress p join part on p.merged_into = part.lead_id)
                        """
                                + SELECT
                                + " and lead_id in (select lead_id from part) and lead_id <> :id order by lead_id")
                .param("id", id)
                .query(DeskLead.class)
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    /**
     * @return whether that is news
     */
    boolean move(Lead.Id id, LeadStatus status) {
        return jdbc.sql(
                                "update lead_progress set status = :status where lead_id = :id and status <> :status")
                        .param("status", status)
                        .param("id", id)
                        .update()
                > 0;
    }

    boolean assign(Lead.Id id, Account.@Nullable Id assignee) {
        return jdbc.sql(
                                """
                                update lead_progress set assignee = :assignee
                                where lead_id = :id and assignee is distinct from :assignee::uuid
                                """)
                        .param("assignee", assignee)
                        .param("id", id)
                        .update()
                > 0;
    }

    /**
     * With whatever was merged into it before.
     *
     * @return false if the other one was merged meanwhile: two would hide each other
     */
    boolean merge(Lead.Id id, Lead.Id into) {
        var isMerged =
                jdbc
                        .sql(
                                """
                                select lead_id = :into and merged_into is not null from lead_progress
                                where lead_id in (:id, :into) order by lead_id for update
                                """)
                        .param("id", id)
                        .param("into", into)
                        .query(Boolean.class)
                        .stream()
                        .anyMatch(Boolean.TRUE::equals);
        if (isMerged) {
            return false;
        }
        jdbc.sql(
                        "update lead_progress set merged_into = :into where lead_id = :id or merged_into = :id")
                .param("into", into)
                .param("id", id)
                .update();
        return true;
    }

    boolean takeApart(Lead.Id id) {
        return jdbc.sql(
                                "update lead_progress set merged_into = null where lead_id = :id and merged_into is not null")
                        .param("id", id)
                        .update()
                > 0;
    }
}
