package io.taros.golden;

import io.taros.platform.security.Tenancy;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table of results. */
@Repository
class ResultRows {
    private static final String SELECT =
            "select run_id, question_id, sealed_question, verdict, sealed_grading from golden_result ";

    private final JdbcClient jdbc;

    ResultRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order they will be asked. */
    void add(GoldenRun.Id run, List<GoldenQuestion.Id> questions, List<byte[]> sealed) {
        jdbc.sql(
                        """
                        insert into golden_result (organization_id, run_id, question_id, position, sealed_question)
                        select :organization, :run, q.id, q.position, q.sealed
                        from unnest(:questions, :positions, :sealed) as q (id, position, sealed)
                        """)
                .param("organization", Tenancy.organization())
                .param("run", run)
                .param("questions", questions)
                .param("positions", IntStream.range(0, questions.size()).boxed().toList())
                .param("sealed", sealed)
                .update();
    }

    @Transactional(readOnly = true)
    public List<SealedResult> list(GoldenRun.Id run) {
        return list(run, "");
    }

    @Transactional(readOnly = true)
    public List<SealedResult> waiting(GoldenRun.Id run) {
        return list(run, "and verdict is null ");
    }

    /** Of all bots and runs, beginning after one. */
    @Transactional(readOnly = true)
    public List<SealedResult> after(@Nullable SealedResult last, int limit) {
        return jdbc
                .sql(
                        SELECT
                                + """
                                where (:run::uuid is null or (run_id, question_id) > (:run::uuid, :question::uuid))
                                order by run_id, question_id limit :limit
                                """)
                .param("run", last == null ? null : last.runId())
                .param("question", last == null ? null : last.questionId())
                .param("limit", limit)
                .query(SealedResult.class)
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    boolean remove(GoldenRun.Id run, GoldenQuestion.Id question) {
        return jdbc.sql("delete from golden_result where run_id = :run and question_id = :question")
                        .param("run", run)
                        .param("question", question)
                        .update()
                == 1;
    }

    private List<SealedResult> list(GoldenRun.Id run, String which) {
        return jdbc
                .sql(SELECT + "where run_id = :run " + which + "order by position")
                .param("run", run)
                .query(SealedResult.class)
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    /** The first word counts: a run that was taken over may ask a question twice. */
    @Transactional
    public void grade(
            GoldenRun.Id run,
            GoldenQuestion.Id question,
            GoldenResult.Verdict verdict,
            byte[] sealedGrading) {
        jdbc.sql(
                        """
                        update golden_result set verdict = :verdict, sealed_grading = :grading
                        where run_id = :run and question_id = :question and verdict is null
                        """)
                .param("verdict", verdict)
                .param("grading", sealedGrading)
                .param("run", run)
                .param("question", question)
                .update();
    }
}
