package io.taros.platform.egress;

import io.taros.platform.security.Tenancy;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * P-21: what goes to models goes to nobody whom owners were not told of in time. An organization
 * that came later chose us with the list as it stood.
 */
@Repository
@Transactional
public class VendorNotices implements EgressWill {
    private final JdbcClient jdbc;
    private final EgressPolicies policies;
    private final VisitorTraffic traffic;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    VendorNotices(
            JdbcClient jdbc,
            EgressPolicies policies,
            VisitorTraffic traffic,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.policies = policies;
        this.traffic = traffic;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public EgressPolicy policy() {
        return policies.current();
    }

    /** Whom nobody put on the list yet is refused as soon as there is something to be had. */
    @Override
    @Transactional(readOnly = true)
    public Optional<Refusal> unannounced(Vendor vendor, LocalDate today) {
        var told =
                jdbc.sql(
                                """
                                select coalesce(
                                    (select case when agreed_at is not null or first_day <= :today then 'yes' else 'no' end
                                     from vendor_notice where vendor = :vendor),
                                    (select 'yes' from listed_vendor where vendor = :vendor),
                                    'never')
                                """)
                        .param("vendor", vendor.id())
                        .param("today", today)
                        .query(String.class)
                        .single();
        return told.equals("no") || (told.equals("never") && traffic.hasBegun())
                ? Optional.of(Refusal.NOT_YET)
                : Optional.empty();
    }

    /** Those the bound organization waits for, each with its first day. */
    @Transactional(readOnly = true)
    public Map<String, LocalDate> waiting(LocalDate today) {
        var found = new HashMap<String, LocalDate>();
        jdbc.sql(
                        """
                        select vendor, first_day from vendor_notice
                        where agreed_at is null and first_day > :today
                        """)
                .param("today", today)
                .query(row -> {
                    found.put(row.getString("vendor"), row.getObject("first_day", LocalDate.class));
                });
        return found;
    }

    /**
     * The bound organization does not want to wait. In force with the next call.
     *
     * @return whether it waited
     */
    public boolean agree(String vendor, LocalDate today) {
        var isNew =
                jdbc.sql(
                                        """
                                        update vendor_notice set agreed_at = :now
                                        where vendor = :vendor and agreed_at is null and first_day > :today
                                        """)
                                .param("now", clock.instant())
                                .param("vendor", vendor)
                                .param("today", today)
                                .update()
                        == 1;
        if (isNew) {
            events.publishEvent(new EgressPolicyChanged(Tenancy.organization()));
        }
        return isNew;
    }
}
