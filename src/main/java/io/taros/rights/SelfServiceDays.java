package io.taros.rights;

import io.taros.conversation.ServedThemselves;
import io.taros.platform.security.Tenancy;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What visitors did for themselves in the widget, in numbers: nobody asked, so nobody is named. */
@Repository
public class SelfServiceDays {
    /**
     * @param since the day that is counted from
     */
    public record Times(LocalDate since, long downloads, long erasures) {}

    private static final int DAYS = 365;

    private final JdbcClient jdbc;
    private final InstantSource clock;

    SelfServiceDays(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    @Transactional
    public void on(ServedThemselves served) {
        jdbc.sql(
                        """
                        insert into self_service_day (organization_id, day, kind, times) values (:organization, :day, :kind, 1)
                        on conflict (organization_id, day, kind) do update set times = self_service_day.times + 1
                        """)
                .param("organization", Tenancy.organization())
                .param("day", day(clock.instant()))
                .param("kind", served.with())
                .update();
    }

    /** Of the last year. */
    @Transactional(readOnly = true)
    public Times times() {
        var since = day(clock.instant().minus(DAYS, ChronoUnit.DAYS));
        return jdbc.sql(
                        """
                        select :since::date as since,
                            coalesce(sum(times) filter (where kind = 'DOWNLOAD'), 0)::bigint as downloads,
                            coalesce(sum(times) filter (where kind = 'ERASURE'), 0)::bigint as erasures
                        from self_service_day where day >= :since::date
                        """)
                .param("since", since)
                .query(Times.class)
                .single();
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
