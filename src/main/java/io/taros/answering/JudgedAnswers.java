package io.taros.answering;

import io.taros.answering.JudgedAnswer.Kind;
import io.taros.bot.Bot;
import io.taros.platform.audit.Audit;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.Id;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is known about a bot's answers, and the calibration drawn from it. Whoever learns whether an
 * answer was right tells it here; the calibration is drawn anew in the same transaction, so the two
 * never tell different things.
 */
@Repository
public class JudgedAnswers implements Calibrations {
    /** Of a kind, of each bot; the newest stay. */
    static final int KEPT = 500;

    private final JdbcClient jdbc;
    private final Audit audit;
    private final InstantSource clock;

    JudgedAnswers(JdbcClient jdbc, Audit audit, InstantSource clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * How many of a kind there are.
     *
     * @param right of them
     */
    public record Tally(Kind kind, int answers, int right) {}

    private record Row(Kind kind, UUID subject, double score, boolean isRight) {
        private JudgedAnswer answer() {
            return new JudgedAnswer(kind, subject, score, isRight);
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Calibration of(Bot.Id bot) {
        return jdbc.sql("select intercept, slope, judged from bot_calibration where bot_id = :bot")
                .param("bot", bot)
                .query(Calibration.class)
                .optional()
                .orElse(Calibration.NONE);
    }

    /** By kind, those without any left out. */
    @Transactional(readOnly = true)
    public List<Tally> tallies(Bot.Id bot) {
        return jdbc
                .sql(
                        """
                        select kind, count(*) as answers, count(*) filter (where is_right) as right
                        from judged_answer where bot_id = :bot group by kind order by kind
                        """)
                .param("bot", bot)
                .query(Tally.class)
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    /** A visitor does not overrule a person of the organization who judged the same answer. */
    @Transactional
    public void add(Bot.Id bot, JudgedAnswer answer) {
        lock(bot);
        insert(bot, List.of(answer));
        removeOldest(bot, answer.kind());
        calibrate(bot);
    }

    /** Nothing is known about it any more. */
    @Transactional
    public void withdraw(Bot.Id bot, Kind kind, Id judged) {
        lock(bot);
        jdbc.sql(
                        """
                        delete from judged_answer where bot_id = :bot and kind = :kind and subject = :subject
                        """)
                .param("bot", bot)
                .param("kind", kind)
                .param("subject", JudgedAnswer.subjectOf(judged))
                .update();
        calibrate(bot);
    }

    /** All there is of a kind. */
    @Transactional
    public void replace(Bot.Id bot, Kind kind, List<JudgedAnswer> answers) {
        lock(bot);
        jdbc.sql("delete from judged_answer where bot_id = :bot and kind = :kind")
                .param("bot", bot)
                .param("kind", kind)
                .update();
        insert(bot, answers);
        removeOldest(bot, kind);
        calibrate(bot);
    }

    /** As if nothing had ever been judged. */
    @Transactional
    public void startAgain(Bot.Id bot) {
        lock(bot);
        jdbc.sql("delete from judged_answer where bot_id = :bot").param("bot", bot).update();
        calibrate(bot);
        audit.record(CalibrationAction.STARTED_AGAIN, bot);
    }

    /** One after the other: each draws the calibration from what the one before has written. */
    private void lock(Bot.Id bot) {
        jdbc.sql(
                        """
                        insert into bot_calibration (organization_id, bot_id) values (:organization, :bot)
                        on conflict (organization_id, bot_id) do update set bot_id = excluded.bot_id
                        """)
                .param("organization", Tenancy.organization())
                .param("bot", bot)
                .update();
    }

    private void insert(Bot.Id bot, List<JudgedAnswer> answers) {
        jdbc.sql(
                        """
                        insert into judged_answer (organization_id, bot_id, subject, kind, score, is_right, judged_on)
                        select :organization, :bot, a.subject, a.kind, a.score, a.is_right, :today
                        from unnest(:subjects::uuid[], :kinds::text[], :scores::float8[], :right::bool[])
                            as a (subject, kind, score, is_right)
                        on conflict (organization_id, bot_id, subject) do update
                            set kind = excluded.kind, score = excluded.score, is_right = excluded.is_right, judged_on = excluded.judged_on
                            where not (judged_answer.kind = 'IMPROVEMENT' and excluded.kind = 'RATING')
                        """)
                .param("organization", Tenancy.organization())
                .param("bot", bot)
                .param("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("subjects", answers.stream().map(JudgedAnswer::subject).toList())
                .param("kinds", answers.stream().map(JudgedAnswer::kind).toList())
                .param("scores", answers.stream().map(JudgedAnswer::score).toList())
                .param("right", answers.stream().map(JudgedAnswer::isRight).toList())
                .update();
    }

    private void calibrate(Bot.Id bot) {
        var calibration = CalibrationFit.of(list(bot));
        jdbc.sql(
                        """
                        update bot_calibration set intercept = :intercept, slope = :slope, judged = :judged where bot_id = :bot
                        """)
                .param("intercept", calibration.intercept())
                .param("slope", calibration.slope())
                .param("judged", calibration.judged())
                .param("bot", bot)
                .update();
    }

    private void removeOldest(Bot.Id bot, Kind kind) {
        jdbc.sql(
                        """
                        delete from judged_answer where bot_id = :bot and subject in (
                            select subject from judged_answer where bot_id = :bot and kind = :kind
                            order by judged_on desc, subject offset :kept)
                        """)
                .param("bot", bot)
                .param("kind", kind)
                .param("kept", KEPT)
                .update();
    }

    private List<JudgedAnswer> list(Bot.Id bot) {
        return jdbc
                .sql("select kind, subject, score, is_right from judged_answer where bot_id = :bot")
                .param("bot", bot)
                .query(Row.class)
                .stream()
                .map(row -> Objects.requireNonNull(row).answer())
                .toList();
    }
}
