package io.taros.handover;

import io.taros.account.Account;
import io.taros.platform.audit.Audit;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.Ids;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.NotFound;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The teams of the bound organization. */
@Repository
public class Teams {
    static final int MOST = 50;

    private static final String SELECT =
            """
            select id, name, array(select account_id from team_member m
                    where m.organization_id = t.organization_id and m.team_id = t.id order by account_id) as members
            from team t
            """;

    private final JdbcClient jdbc;
    private final Ids ids;
    private final InstantSource clock;
    private final Audit audit;

    Teams(JdbcClient jdbc, Ids ids, InstantSource clock, Audit audit) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
    }

    /** By name. */
    @Transactional(readOnly = true)
    public List<Team> list() {
        return jdbc.sql(SELECT + " order by lower(name)").query(Team.class).stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<Team> find(Team.Id id) {
        return jdbc.sql(SELECT + " where id = :id").param("id", id).query(Team.class).optional();
    }

    @Transactional(readOnly = true)
    public Team get(Team.Id id) {
        return find(id).orElseThrow(NotFound::new);
    }

    /** Those somebody is in. */
    @Transactional(readOnly = true)
    public List<Team.Id> of(Account.Id member) {
        return jdbc.sql("select team_id from team_member where account_id = :member")
                .param("member", member)
                .query((row, number) -> new Team.Id(row.getObject(1, UUID.class)))
                .list();
    }

    /**
     * @param members those who are no members of the organization are left out
     * @throws BadInput if there is one of this name, or too many, or it has none
     */
    @Transactional
    public Team.Id add(String name, Collection<Account.Id> members) {
        var id = new Team.Id(ids.next());
        var called = checked(name);
        if (list().size() >= MOST) {
            throw new BadInput("name", "handover.team.too-many", MOST);
        }
        var isNew =
                jdbc.sql(
                                        """
                                        insert into team (organization_id, id, name, created_at)
                                        values (:organization, :id, :name, :now) on conflict do nothing
                                        """)
                                .param("organization", Tenancy.organization())
                                .param("id", id)
                                .param("name", called)
                                .param("now", clock.instant())
                                .update()
                        == 1;
        if (!isNew) {
            throw taken(called);
        }
        fill(id, members);
        audit.record(HandoverAction.TEAM_ADDED, id, Map.of("team", called));
        return id;
    }

    /**
     * @throws BadInput if there is another of this name, or it has none
     */
    @Transactional
    public void change(Team.Id id, String name, Collection<Account.Id> members) {
        var before = get(id);
        var called = checked(name);
        try {
            jdbc.sql("update team set name = :name where id = :id")
                    .param("name", called)
                    .param("id", id)
                    .update();
        } catch (DuplicateKeyException e) {
            throw taken(called);
        }
        jdbc.sql("delete from team_member where team_id = :id").param("id", id).update();
        fill(id, members);
        if (!before.equals(get(id))) {
            audit.record(HandoverAction.TEAM_CHANGED, id, Map.of("team", called));
        }
    }

    private void fill(Team.Id id, Collection<Account.Id> members) {
        jdbc.sql(
                        """
                        insert into team_member (organization_id, team_id, account_id)
                        select organization_id, :team, account_id from member
                        where organization_id = :organization and account_id = any(:members)
                        """)
                .param("team", id)
                .param("organization", Tenancy.organization())
                .param("members", members)
                .update();
    }

    /** What was left to it is left to everybody. */
    @Transactional
    public void remove(Team.Id id) {
        var team = get(id);
        jdbc.sql("delete from team where id = :id").param("id", id).update();
        audit.record(HandoverAction.TEAM_DELETED, id, Map.of("team", team.name()));
    }

    private static BadInput taken(String name) {
        return new BadInput("name", "handover.team.taken", name);
    }

    private static String checked(String given) {
        var name = given.strip();
        if (name.isEmpty() || name.length() > Team.MAX_NAME) {
            throw new BadInput("name", "handover.team.name", Team.MAX_NAME);
        }
        return name;
    }
}
