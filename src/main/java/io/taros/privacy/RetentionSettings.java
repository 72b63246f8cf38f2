package io.taros.privacy;

import io.taros.platform.audit.Audit;
import io.taros.platform.retention.Ending;
import io.taros.platform.retention.RetentionRule;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.BadInput;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How long the bound organization keeps what it may decide about. */
@Repository
@Transactional
public class RetentionSettings {
    /**
     * @param reason why it is kept longer than usual; absent where it is not
     */
    record Chosen(int days, @Nullable String reason, Ending ending) {}

    /** A rule as it is carried out for somebody. */
    record Applied(RetentionRule rule, Duration term, Ending ending) {
        static Applied usually(RetentionRule rule) {
            return new Applied(rule, rule.term().usual(), rule.endings().getFirst());
        }

        Instant before(Instant asOf) {
            return asOf.minus(term);
        }
    }

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
    Optional<Chosen> find(RetentionRule rule) {
        return jdbc.sql("select days, reason, ending from retention_setting where rule = :rule")
                .param("rule", rule.name())
                .query(Chosen.class)
                .optional();
    }

    @Transactional(readOnly = true)
    Applied applied(RetentionRule rule) {
        return (rule.term().isFixed() ? Optional.<Chosen>empty() : find(rule))
                .map(chosen ->
                        new Applied(
                                rule.ending(chosen.ending()),
                                Duration.ofDays(chosen.days()),
                                chosen.ending()))
                .orElseGet(() -> Applied.usually(rule));
    }

    @Transactional(readOnly = true)
    public Duration termOf(RetentionRule rule) {
        return applied(rule).term();
    }

    /** In force with the next run, for what is there already, too. */
    void choose(RetentionRule rule, Duration time, String why, Ending ending) {
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
        if (!rule.endings().contains(ending)) {
            throw new BadInput("ending", "privacy.input.ending");
        }
        var before = applied(rule);
        var after = new Applied(rule, time, ending);
        put(after, isLonger ? reason : null);
        audit.record(PrivacyAction.TERM_CHANGED, Tenancy.organization(), changes(before, after));
    }

    private static Map<String, String> changes(Applied before, Applied after) {
        var changes = new TreeMap<String, String>();
        changes.put("rule", after.rule().name());
        changes.put("days", before.term().toDays() + " → " + after.term().toDays());
        if (before.ending() != after.ending()) {
            changes.put("ending", inWords(before.ending()) + " → " + inWords(after.ending()));
        }
        return changes;
    }

    private static String inWords(Ending ending) {
        return ending.name().toLowerCase(Locale.ROOT);
    }

    private void put(Applied chosen, @Nullable String reason) {
        jdbc.sql(
                        """
                        insert into retention_setting (organization_id, rule, days, reason, ending, changed_at)
                        values (:organization, :rule, :days, :reason, :ending, :now)
                        on conflict (organization_id, rule) do update
                            set days = excluded.days, reason = excluded.reason, ending = excluded.ending,
                                changed_at = excluded.changed_at
                        """)
                .param("organization", Tenancy.organization())
                .param("rule", chosen.rule().name())
                .param("days", chosen.term().toDays())
                .param("reason", reason)
                .param("ending", chosen.ending())
                .param("now", clock.instant())
                .update();
    }
}
