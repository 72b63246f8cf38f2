package io.taros.home;

import io.taros.answering.QuestionTried;
import io.taros.platform.security.Tenancy;
import java.time.InstantSource;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Steps that leave no other trace than that they were taken. */
@Repository
@Transactional
public class SetupSteps {
    private static final String ASKED = "ASK";

    private final JdbcClient jdbc;
    private final InstantSource clock;

    SetupSteps(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    public void on(QuestionTried tried) {
        jdbc.sql(
                        """
                        insert into setup_step (organization_id, step, taken_at)
                        values (:organization, :step, :now) on conflict do nothing
                        """)
                .param("organization", Tenancy.organization())
                .param("step", ASKED)
                .param("now", clock.instant())
                .update();
    }

    @Transactional(readOnly = true)
    public boolean hasAsked() {
        return jdbc.sql("select exists(select from setup_step where step = :step)")
                .param("step", ASKED)
                .query(Boolean.class)
                .single();
    }
}
