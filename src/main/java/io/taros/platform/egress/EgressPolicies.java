package io.taros.platform.egress;

import io.taros.platform.security.Tenancy;
import java.time.InstantSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What the bound organization lets leave. */
@Repository
@Transactional
public class EgressPolicies {
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    EgressPolicies(JdbcClient jdbc, ApplicationEventPublisher events, InstantSource clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** The usual one where none is bound, or it never decided. */
    @Transactional(readOnly = true)
    public EgressPolicy current() {
        return jdbc.sql("select eu_only, no_training, vendors, masking from egress_policy")
                .query(EgressPolicy.class)
                .optional()
                .orElse(EgressPolicy.USUAL);
    }

    /** In force with the next call. */
    public void replace(EgressPolicy policy) {
        jdbc.sql(
                        """
                        insert into egress_policy (organization_id, eu_only, no_training, vendors, masking, changed_at)
                        values (:organization, :euOnly, :noTraining, :vendors::text[], :masking, :now)
                        on conflict (organization_id) do update
                            set eu_only = excluded.eu_only, no_training = excluded.no_training, vendors = excluded.vendors,
                                masking = excluded.masking, changed_at = excluded.changed_at
                        """)
                .param("organization", Tenancy.organization())
                .param("euOnly", policy.euOnly())
                .param("noTraining", policy.noTraining())
                .param("vendors", policy.vendors())
                .param("masking", policy.masking())
                .param("now", clock.instant())
                .update();
        events.publishEvent(new EgressPolicyChanged(Tenancy.organization()));
    }
}
