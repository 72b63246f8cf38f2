package io.taros.organization;

import io.taros.platform.audit.Audit;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.Ids;
import io.taros.platform.web.NotFound;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The keys of the bound organization. */
@Repository
public class ApiKeys {
    /** How long a key goes on working after it was rotated. */
    static final Duration OVERLAP = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Ids ids;
    private final InstantSource clock;
    private final Audit audit;

    ApiKeys(JdbcClient jdbc, Ids ids, InstantSource clock, Audit audit) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
    }

    /** Those that work first, then the revoked, each the newest first. */
    @Transactional(readOnly = true)
    public List<ApiKey> list() {
        return jdbc
                .sql(
                        """
                        select id, name, token_end, scopes, created_at, expires_at, last_used_on, revoked_at from api_key
                        where organization_id = :organization
                        order by revoked_at is not null or coalesce(expires_at <= :now, false), created_at desc, id
                        """)
                .param("organization", Tenancy.organization())
                .param("now", clock.instant())
                .query(ApiKey.class)
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    /** The only time the token is seen. */
    @Transactional
    OrganizationToken add(NewApiKey key) {
        var token =
                OrganizationToken.create(OrganizationToken.Kind.API_KEY, Tenancy.organization());
        var id = new ApiKey.Id(ids.next());
        var now = clock.instant();
        jdbc.sql(
                        """
                        insert into api_key (organization_id, id, name, token_hash, token_end, scopes, created_by, created_at, expires_at)
                        values (:organization, :id, :name, :hash, :end, :scopes, :createdBy, :now, :expires)
                        """)
                .param("organization", Tenancy.organization())
                .param("id", id)
                .param("name", key.name())
                .param("hash", token.hash())
                .param("end", token.end())
                .param("scopes", key.scopes())
                .param("createdBy", Tenancy.findAccount().orElse(null))
                .param("now", now)
                .param("expires", key.validity() == null ? null : now.plus(key.validity()))
                .update();
        audit.record(
                OrganizationAction.API_KEY_CREATED,
                id,
                Map.of("scopes", String.join(", ", key.scopes())));
        return token;
    }

    /**
     * A new key in the place of this one, which goes on working for {@link #OVERLAP} so that no
     * program stands still.
     */
    @Transactional
    OrganizationToken rotate(ApiKey old) {
        var validity =
                old.expiresAt() == null ? null : Duration.between(old.createdAt(), old.expiresAt());
        var isThere =
                jdbc.sql(
                                """
                                update api_key set expires_at = least(coalesce(expires_at, 'infinity'), :end)
                                where organization_id = :organization and id = :id and revoked_at is null
                                """)
                        .param("organization", Tenancy.organization())
                        .param("id", old.id())
                        .param("end", clock.instant().plus(OVERLAP))
                        .update();
        if (isThere == 0) {
            // Revoked a moment ago: no key comes out of it.
            throw new NotFound();
        }
        var token = add(new NewApiKey(old.name(), old.scopes(), validity));
        audit.record(OrganizationAction.API_KEY_ROTATED, old.id());
        return token;
    }

    @Transactional(readOnly = true)
    public Optional<ApiKey> find(ApiKey.Id id) {
        return list().stream().filter(key -> key.id().equals(id)).findFirst();
    }

    /** Refused from the next request on. */
    @Transactional
    void revoke(ApiKey.Id id) {
        var revoked =
                jdbc.sql(
                                """
                                update api_key set revoked_at = :now
                                where organization_id = :organization and id = :id and revoked_at is null
                                """)
                        .param("organization", Tenancy.organization())
                        .param("id", id)
                        .param("now", clock.instant())
                        .update();
        if (revoked == 0) {
            throw new NotFound();
        }
        audit.record(OrganizationAction.API_KEY_REVOKED, id);
    }

    /** The working key behind a token; remembers the day of its use. */
    @Transactional
    Optional<ApiKey> use(OrganizationToken token) {
        var found =
                jdbc.sql(
                                """
                                select id, name, token_end, scopes, created_at, expires_at, last_used_on, revoked_at from api_key
                                where organization_id = :organization and token_hash = :hash and revoked_at is null
                                  and (expires_at is null or expires_at > :now)
                                """)
                        .param("organization", Tenancy.organization())
                        .param("hash", token.hash())
                        .param("now", clock.instant())
                        .query(ApiKey.class)
                        .optional();
        found.ifPresent(this::rememberUse);
        return found;
    }

    private void rememberUse(ApiKey key) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (!today.equals(key.lastUsedOn())) {
            jdbc.sql(
                            """
                            update api_key set last_used_on = :today
                            where organization_id = :organization and id = :id and last_used_on is distinct from :today
                            """)
                    .param("today", today)
                    .param("organization", Tenancy.organization())
                    .param("id", key.id())
                    .update();
        }
    }
}
