package io.taros.privacy;

import io.taros.platform.audit.Audit;
import io.taros.platform.retention.RetentionRule;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.BadInput;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How long the bound organization keeps what it may decide about. */
@Repository
@Transactional
class RetentionSettings {
    /**
     * @param reason why it is kept longer than usual; absent where it is not
     */
    record Chosen(int days, @Nullable String reason) {}

    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 500;

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final Audit audit;

    RetentionSettings(JdbcClient jdbc, InstantSource clock, Audit audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public Optional<Chosen> find(RetentionRule rule) {
        return jdbc.sql("select days, reason from retention_setting where rule = :rule")
                .param("rule", rule.name())
                .query(Chosen.class)
                .optional();
    }

    @Transactional(readOnly = true)
    public Duration termOf(RetentionRule rule) {
        return rule.term().isFixed()
                ? rule.term().usual()
                : find(rule)
                        .map(chosen -> Duration.ofDays(chosen.days()))
                        .orElse(rule.term().usual());
    }

    /** In force with the next run, for what is there already, too. */
    void choose(RetentionRule rule, Duration time, String why) {
        var term = rule.term();
        if (time.compareTo(term.least()) < 0 || time.compareTo(term.most()) > 0) {
            throw new BadInput(
                    "days", "privacy.input.days", term.least().toDays(), term.most().toDays());
        }
        var isLonger = time.compareTo(term.unexplained()) > 0;
        var reason = why.strip();
        if (isLonger && (reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON)) {
            throw new BadInput(
                    "reason",
                    "privacy.input.reason",
                    term.unexplained().toDays(),
                    SHORTEST_REASON,
                    LONGEST_REASON);
        }
        var before = termOf(rule);
        put(rule, time, isLonger ? reason : null);
        audit.record(
                PrivacyAction.TERM_CHANGED,
                Tenancy.organization(),
                Map.of("rule", rule.name(), "days", before.toDays() + " → " + time.toDays()));
    }

    private void put(RetentionRule rule, Duration time, @Nullable String reason) {
        jdbc.sql(
                        """
                        insert into retention_setting (organization_id, rule, days, reason, changed_at)
                        values (:organization, :rule, :days, :reason, :now)
                        on conflict (organization_id, rule) do update
                            set days = excluded.days, reason = excluded.reason, changed_at = excluded.changed_at
                        """)
                .param("organization", Tenancy.organization())
                .param("rule", rule.name())
                .param("days", time.toDays())
                .param("reason", reason)
                .param("now", clock.instant())
                .update();
    }
}
