package io.taros.egress;

import io.taros.platform.egress.EgressPolicyChanged;
import io.taros.platform.egress.Vendor;
import io.taros.platform.egress.VisitorTraffic;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sets the day from which a vendor that comes upon the list may get something, for every
 * organization that is there. Nobody waits for those that were there first, or before anybody
 * chatted: there is nothing yet that they could get.
 */
@Component
class AnnounceVendors {
    static final int NOTICE_DAYS = 30;

    private final CrossOrganization everybody;
    private final VisitorTraffic traffic;
    private final ApplicationEventPublisher events;

    AnnounceVendors(
            CrossOrganization everybody, VisitorTraffic traffic, ApplicationEventPublisher events) {
        this.everybody = everybody;
        this.traffic = traffic;
        this.events = events;
    }

    /**
     * @param models all whose models are called, or will be
     * @param isFirst where there was no list before
     * @return the first day of each, where there is one
     */
    Map<String, LocalDate> announce(Collection<Vendor> models, boolean isFirst, LocalDate today) {
        var organizations = organizations();
        var mustWait =
                !isFirst
                        && organizations.stream()
                                .anyMatch(each -> Tenancy.callAs(each, traffic::hasBegun));
        return everybody.inTransaction(jdbc -> {
            var ids = models.stream().map(Vendor::id).toList();
            forget(jdbc, ids);
            for (var vendor : models) {
                var day = mustWait ? firstDay(vendor, today) : null;
                if (isNew(jdbc, vendor, day) && day != null) {
                    // Closed ones, too: they may be opened again within their grace.
                    tell(jdbc, vendor, day, everyOrganization(jdbc));
                }
            }
            return days(jdbc);
        });
    }

    /** Once a day: what waits for a vendor that may come from today on is done now. */
    void begin(LocalDate today) {
        var due =
                everybody.inTransaction(jdbc ->
                        organizations(
                                jdbc.sql(
                                                """
                                                select distinct organization_id from vendor_notice
                                                where first_day = :today and agreed_at is null
                                                """)
                                        .param("today", today)));
        due.forEach(each -> events.publishEvent(new EgressPolicyChanged(each)));
    }

    List<OrganizationId> organizations() {
        return everybody.inTransaction(jdbc ->
                organizations(
                        jdbc.sql(
                                "select organization_id from organization where closed_at is null order by 1")));
    }

    private static List<OrganizationId> everyOrganization(JdbcClient jdbc) {
        return organizations(jdbc.sql("select organization_id from organization order by 1"));
    }

    private static List<OrganizationId> organizations(JdbcClient.StatementSpec found) {
        return found.query((row, number) ->
                        new OrganizationId(row.getObject("organization_id", UUID.class)))
                .list();
    }

    private static LocalDate firstDay(Vendor vendor, LocalDate today) {
        var inTime = today.plusDays(NOTICE_DAYS);
        return vendor.from() != null && vendor.from().isAfter(inTime) ? vendor.from() : inTime;
    }

    /** Whoever comes back is told of anew. */
    private static void forget(JdbcClient jdbc, List<String> ids) {
        jdbc.sql("delete from listed_vendor where vendor <> all(:ids)").param("ids", ids).update();
        jdbc.sql("delete from vendor_notice where vendor <> all(:ids)").param("ids", ids).update();
    }

    private static boolean isNew(JdbcClient jdbc, Vendor vendor, @Nullable LocalDate day) {
        return jdbc.sql(
                                """
                                insert into listed_vendor (vendor, first_day) values (:vendor, :day)
                                on conflict do nothing
                                """)
                        .param("vendor", vendor.id())
                        .param("day", day)
                        .update()
                == 1;
    }

    private static void tell(
            JdbcClient jdbc, Vendor vendor, LocalDate day, List<OrganizationId> organizations) {
        jdbc.sql(
                        """
                        insert into vendor_notice (organization_id, vendor, first_day)
                        select organization, :vendor, :day from unnest(:organizations) organization
                        """)
                .param("vendor", vendor.id())
                .param("day", day)
                .param("organizations", organizations)
                .update();
    }

    private static Map<String, LocalDate> days(JdbcClient jdbc) {
        var days = new HashMap<String, LocalDate>();
        jdbc.sql("select vendor, first_day from listed_vendor where first_day is not null")
                .query(row -> {
                    days.put(row.getString("vendor"), row.getObject("first_day", LocalDate.class));
                });
        return days;
    }
}
