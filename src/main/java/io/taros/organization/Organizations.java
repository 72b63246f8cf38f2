package io.taros.organization;

import io.taros.platform.audit.Audit;
import io.taros.platform.audit.Changes;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.Ids;
import io.taros.platform.web.NotFound;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The bound organization's own row. */
@Repository
public class Organizations {
    private final JdbcClient jdbc;
    private final Ids ids;
    private final InstantSource clock;
    private final Audit audit;

    Organizations(JdbcClient jdbc, Ids ids, InstantSource clock, Audit audit) {
        this.audit = audit;
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    public OrganizationId nextId() {
        return new OrganizationId(ids.next());
    }

    @Transactional(readOnly = true)
    public Organization get() {
        return find().orElseThrow(NotFound::new);
    }

    @Transactional(readOnly = true)
    public Optional<Organization> find() {
        return Tenancy.find()
                .flatMap(id ->
                        jdbc.sql(
                                        """
                                        select organization_id, name, language, time_zone, seats, created_at from organization
                                        where organization_id = :id
                                        """)
                                .param("id", id)
                                .query(Organization.class)
                                .optional());
    }

    /** The bound organization begins to exist; its id comes from {@link #nextId}. */
    @Transactional
    public void add(NewOrganization organization) {
        jdbc.sql(
                        """
                        insert into organization (organization_id, name, language, time_zone, created_at)
                        values (:id, :name, :language, :timeZone, :now)
                        """)
                .param("id", Tenancy.organization())
                .param("name", organization.name())
                .param("language", organization.language())
                .param("timeZone", organization.timeZone().getId())
                .param("now", clock.instant())
                .update();
    }

    /** What its people may change about it. */
    @Transactional
    void change(NewOrganization organization) {
        var old = get();
        var changes =
                Changes.between(
                        new NewOrganization(old.name(), old.language(), old.timeZone()),
                        organization);
        jdbc.sql(
                        """
                        update organization set name = :name, language = :language, time_zone = :timeZone
                        where organization_id = :id
                        """)
                .param("id", Tenancy.organization())
                .param("name", organization.name())
                .param("language", organization.language())
                .param("timeZone", organization.timeZone().getId())
                .update();
        audit.record(OrganizationAction.ORGANIZATION_CHANGED, Tenancy.organization(), changes);
    }

    /**
     * By those who run the installation, not by its people.
     *
     * @param seats any number if absent; whoever is in it stays, whatever the number
     */
    @Transactional
    public void setSeats(@Nullable Integer seats) {
        var before = get().seats();
        if (Objects.equals(before, seats)) {
            return;
        }
        jdbc.sql("update organization set seats = :seats where organization_id = :id")
                .param("seats", seats)
                .param("id", Tenancy.organization())
                .update();
        audit.record(
                OrganizationAction.SEATS_CHANGED,
                Tenancy.organization(),
                Map.of("seats", seatsOf(before) + " → " + seatsOf(seats)));
    }

    private static String seatsOf(@Nullable Integer seats) {
        return seats == null ? "*" : seats.toString();
    }

    /** Held until the transaction ends, by whoever counts members or owners. */
    @Transactional
    void lock() {
        jdbc.sql("select from organization where organization_id = :id for update")
                .param("id", Tenancy.organization())
                .query()
                .singleRow();
    }
}
