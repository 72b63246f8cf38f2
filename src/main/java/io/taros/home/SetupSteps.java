package io.taros.home;

import io.taros.answering.QuestionTried;
import io.taros.bot.BotShaped;
import io.taros.home.web.HomePage.Step;
import io.taros.platform.security.Tenancy;
import java.time.InstantSource;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Steps that leave no other trace than that they were taken. */
@Repository
@Transactional
public class SetupSteps {

    private final JdbcClient jdbc;
    private final InstantSource clock;

    SetupSteps(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    public void on(QuestionTried tried) {
        note(Step.ASK);
    }

    @EventListener
    public void on(BotShaped shaped) {
        note(Step.SHAPE);
    }

    @Transactional(readOnly = true)
    public Set<Step> taken() {
        return jdbc.sql("select step from setup_step")
                .query((row, number) -> Step.valueOf(row.getString("step")))
                .set();
    }

    private void note(Step step) {
        jdbc.sql(
                        """
                        insert into setup_step (organization_id, step, taken_at)
                        values (:organization, :step, :now) on conflict do nothing
                        """)
                .param("organization", Tenancy.organization())
                .param("step", step.name())
                .param("now", clock.instant())
                .update();
    }
}
