package io.taros.organization;

import io.taros.account.Account;
import io.taros.platform.audit.Audit;
import io.taros.platform.erasure.ErasureJournal;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.Ids;
import io.taros.platform.web.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The open invitations of the bound organization. */
@Repository
@Transactional
class Invitations {
    static final Duration VALID = Duration.ofDays(7);

    /** Kind in the journal of erasures: one that is used or taken back. */
    static final String ERASED = "invitation";

    private static final String SELECT =
            """
            select i.id, i.email, i.role, i.bots, i.created_at, i.expires_at, i.is_mailed,
                r.id as custom_id, r.name as custom_name, r.permissions as custom_permissions
            from invitation i
                left join custom_role r on r.organization_id = i.organization_id and r.id = i.custom_role_id
            where i.organization_id = :organization
            """;

    private final JdbcClient jdbc;
    private final Ids ids;
    private final InstantSource clock;
    private final Audit audit;
    private final ErasureJournal journal;

    Invitations(
            JdbcClient jdbc, Ids ids, InstantSource clock, Audit audit, ErasureJournal journal) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
        this.journal = journal;
    }

    @Transactional(readOnly = true)
    public List<Invitation> list() {
        return jdbc
                .sql(SELECT + " order by i.created_at desc, i.id")
                .param("organization", Tenancy.organization())
                .query((row, _) -> read(row))
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<Invitation> find(Invitation.Id id) {
        return jdbc.sql(SELECT + " and i.id = :id")
                .param("organization", Tenancy.organization())
                .param("id", id)
                .query((row, _) -> read(row))
                .optional();
    }

    /** Neither one that ran out nor one whose link was replaced. */
    @Transactional(readOnly = true)
    public Optional<Invitation> find(OrganizationToken token) {
        return jdbc.sql(SELECT + " and i.token_hash = :hash and i.expires_at > :now")
                .param("organization", Tenancy.organization())
                .param("hash", token.hash())
                .param("now", clock.instant())
                .query((row, _) -> read(row))
                .optional();
    }

    /** Takes the place of an older one to the same address. It has no link yet. */
    Invitation.Id add(String email, Team.Place place, Account.Id inviter) {
        var id = new Invitation.Id(ids.next());
        jdbc.sql(
                        """
                        insert into invitation (organization_id, id, email, role, custom_role_id, bots, invited_by, created_at,
                            expires_at, is_mailed)
                        values (:organization, :id, :email, :role, :custom, :bots, :inviter, :now, :expires, false)
                        on conflict (organization_id, lower(email)) do update set
                            id = excluded.id, email = excluded.email, role = excluded.role,
                            custom_role_id = excluded.custom_role_id, bots = excluded.bots, token_hash = null,
                            invited_by = excluded.invited_by, created_at = excluded.created_at,
                            expires_at = excluded.expires_at, is_mailed = false
                        """)
                .param("organization", Tenancy.organization())
                .param("id", id)
                .param("email", email)
                .param("role", place.role().common())
                .param("custom", place.role().ownId())
                .param("bots", place.bots())
                .param("inviter", inviter)
                .param("now", clock.instant())
                .param("expires", clock.instant().plus(VALID))
                .update();
        audit.record(OrganizationAction.INVITATION_SENT, id, Map.of("role", place.role().key()));
        return id;
    }

    /** The time begins anew, and every link made before leads nowhere. */
    OrganizationToken newLink(Invitation.Id id, boolean isMailed) {
        OrganizationId organization = Tenancy.organization();
        var token = OrganizationToken.create(OrganizationToken.Kind.INVITATION, organization);
        var changed =
                jdbc.sql(
                                """
                                update invitation set token_hash = :hash, expires_at = :expires, is_mailed = :mailed
                                where organization_id = :organization and id = :id
                                """)
                        .param("organization", organization)
                        .param("id", id)
                        .param("hash", token.hash())
                        .param("expires", clock.instant().plus(VALID))
                        .param("mailed", isMailed)
                        .update();
        if (changed == 0) {
            throw new NotFound();
        }
        return token;
    }

    void takeBack(Invitation.Id id) {
        if (!delete(id)) {
            throw new NotFound();
        }
        audit.record(OrganizationAction.INVITATION_TAKEN_BACK, id);
    }

    /** Whether it was still there: of two who use one link, one does. */
    boolean delete(Invitation.Id id) {
        var isGone =
                jdbc.sql(
                                        "delete from invitation where organization_id = :organization and id = :id")
                                .param("organization", Tenancy.organization())
                                .param("id", id)
                                .update()
                        > 0;
        if (isGone) {
            journal.add(ERASED, id);
        }
        return isGone;
    }

    private static Invitation read(ResultSet row) throws SQLException {
        return new Invitation(
                new Invitation.Id(row.getObject("id", UUID.class)),
                row.getString("email"),
                RoleColumns.read(row),
                RoleColumns.bots(row),
                instant(row, "created_at"),
                instant(row, "expires_at"),
                row.getBoolean("is_mailed"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class)
                .withOffsetSameInstant(ZoneOffset.UTC)
                .toInstant();
    }
}
