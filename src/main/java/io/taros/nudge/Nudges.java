package io.taros.nudge;

import io.taros.account.Account;
import io.taros.conversation.Conversation;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What the members of the bound organization are still to be told. */
@Repository
@Transactional
class Nudges {
    private final JdbcClient jdbc;
    private final Ids ids;

    Nudges(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** False if they are to be told of the same by then anyway, or are no member. */
    boolean add(Account.Id member, Conversation.Id conversation, Nudge.Plan plan) {
        return jdbc.sql(
                                """
                                insert into nudge (organization_id, id, account_id, conversation_id, occasion, medium, way, due_at)
                                select organization_id, :id, account_id, :conversation, :occasion, :medium, :way, :due from member
                                where organization_id = :organization and account_id = :member
                                on conflict on constraint nudge_once do update set way = excluded.way, due_at = excluded.due_at
                                where excluded.due_at < nudge.due_at
                                """)
                        .param("organization", Tenancy.organization())
                        .param("id", new Nudge.Id(ids.next()))
                        .param("member", member)
                        .param("conversation", conversation)
                        .param("occasion", plan.occasion())
                        .param("medium", plan.medium())
                        .param("way", plan.way())
                        .param("due", plan.due())
                        .update()
                == 1;
    }

    /** Whatever is due by then, in the order in which it happened. */
    @Transactional(readOnly = true)
    List<Nudge> due(Account.Id member, Nudge.Medium medium, Instant by) {
        return jdbc
                .sql(
                        """
                        select id, conversation_id, occasion, way from nudge
                        where account_id = :member and medium = :medium and due_at <= :by order by id
                        """)
                .param("member", member)
                .param("medium", medium)
                .param("by", by)
                .query(Nudge.class)
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    void remove(List<Nudge> told) {
        jdbc.sql("delete from nudge where id = any(:ids::uuid[])")
                .param("ids", told.stream().map(Nudge::id).toList())
                .update();
    }
}
